import { useFormat } from '#renderer/platform/format.ts';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import type { TemplateLine } from '#shared/contract/process.contract.ts';
import styles from './NewProcessDialog.module.css';

/** A template stage by stage: win rate, days, what is asked, done and at hand. */
export function TemplatePreview({ template }: { readonly template: TemplateLine }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  return (
    // A long list that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} tabIndex={0} aria-label={t('processes.new.preview')}>
      <p className={styles.description}>{template.description[language]}</p>
      {template.stages.map((stage) => {
        const parts = [
          { key: 'criteria', texts: stage.criteria },
          { key: 'tasks', texts: stage.tasks },
          { key: 'toolkit', texts: stage.tools },
        ] as const;
        const facts = [
          `${stage.winRateMille / 10}%`,
          stage.allowedDays === null ? null : t('processes.stages.days', { days: stage.allowedDays }),
        ].filter((fact) => fact !== null);
        return (
          <div key={stage.name.en} className={styles.stage}>
            <StageTag name={stage.name[language]} stageClass={stage.stageClass} strong />
            <span className={styles.facts}>{format.list(facts)}</span>
            {parts.map(({ key, texts }) =>
              texts.length === 0 ? null : (
                <span key={key} className={styles.facts}>
                  {t(`processes.preview.${key}`, { list: format.list(texts.map((text) => text[language])) })}
                </span>
              ),
            )}
          </div>
        );
      })}
    </section>
  );
}
