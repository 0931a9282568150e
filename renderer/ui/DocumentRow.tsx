import { Download, Pencil, Tag as TagIcon } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { type DocumentItem, documentKindSchema, type DocumentKind } from '#shared/contract/documentShapes.ts';
import { DeleteButton } from './DeleteButton.tsx';
import { documentIcon } from './documentIcon.ts';
import styles from './DocumentRow.module.css';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { Link } from './Link.tsx';
import { Menu } from './Menu.tsx';
import { Tag } from './Tag.tsx';
import { TextInput } from './TextInput.tsx';

/** What can be done with one document. */
export interface DocumentActions {
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onKind: (kind: DocumentKind) => void;
  readonly onRemove: () => void;
}

interface DocumentRowProps extends DocumentActions {
  readonly item: DocumentItem;
  /** The record whose page this is; a document attached to it needs no word about where it belongs. */
  readonly home: string;
}

/** One document: Enter opens it, F2 renames it, Delete removes it; the buttons do the same. */
export function DocumentRow({ item, home, onOpen, onSave, onRename, onKind, onRemove }: DocumentRowProps) {
  const t = useT();
  const format = useFormat();
  const [renaming, setRenaming] = useState(false);
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <Icon of={documentIcon(item.mime)} />
      </span>
      <div className={styles.what}>
        {renaming ? (
          <NameInput name={item.name} onRename={onRename} onEnd={() => setRenaming(false)} />
        ) : (
          <button type="button" className={styles.name} data-document={item.id} onClick={onOpen} onKeyDown={onKeys}>
            {item.name}
          </button>
        )}
        <PlaceText item={item} home={home} />
      </div>
      <span className={styles.kind}>{item.kind === '' ? null : <Tag>{t(`documents.kind.${item.kind}`)}</Tag>}</span>
      <span className={styles.figure}>{format.bytes(item.bytes)}</span>
      <span className={styles.who}>
        {item.by ? `${item.by.name} ` : ''}
        {format.instantDay(item.createdAt)}
      </span>
      <span className={styles.actions}>
        <Menu
          align="end"
          items={documentKindSchema.options
            .filter((kind) => kind !== '')
            .map((kind) => ({ key: kind, label: t(`documents.kind.${kind}`), onSelect: () => onKind(kind) }))}
        >
          <IconButton size="small" icon={TagIcon} label={t('documents.action.kind', { name: item.name })} />
        </Menu>
        <IconButton
          size="small"
          icon={Download}
          label={t('documents.action.saveOne', { name: item.name })}
          onClick={onSave}
        />
        <IconButton
          size="small"
          icon={Pencil}
          label={t('documents.action.rename', { name: item.name })}
          onClick={() => setRenaming(true)}
        />
        <DeleteButton label={t('documents.action.remove', { name: item.name })} onDelete={onRemove} />
      </span>
    </li>
  );
}

/** Where it belongs, when that is a part of the record and not the record itself. */
function PlaceText({ item, home }: Pick<DocumentRowProps, 'item' | 'home'>) {
  const t = useT();
  const place = item.places.find(({ id }) => id !== home);
  if (place === undefined || item.places.some(({ id }) => id === home)) return null;
  const { entity, id, label, opportunity } = place;
  const text = t(`documents.place.${entity}`, { label });
  const tab = { task: 'tasks', activity: 'activity', criterionEvidence: 'overview', opportunity: 'files' } as const;
  if (entity === 'contact')
    return (
      <Link to={paths.contact(id)} className={styles.place}>
        {text}
      </Link>
    );
  if (entity === 'account')
    return (
      <Link to={paths.account(id)} className={styles.place}>
        {text}
      </Link>
    );
  if (entity === 'process')
    return (
      <Link to={paths.process(id)} className={styles.place}>
        {text}
      </Link>
    );
  if (opportunity === null) return <span className={styles.place}>{text}</span>;
  return (
    <Link to={paths.deal(opportunity.id, { tab: tab[entity] })} className={styles.place}>
      {text}
    </Link>
  );
}

interface NameInputProps {
  readonly name: string;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onEnd: () => void;
}

function NameInput({ name, onRename, onEnd }: NameInputProps) {
  const t = useT();
  const [text, setText] = useState(name);
  const save = async () => {
    if (text.trim() === '' || text === name || (await onRename(text))) onEnd();
  };
  return (
    <TextInput
      size="small"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- renaming was asked for
      autoFocus
      maxLength={200}
      aria-label={t('documents.rename.label', { name })}
      value={text}
      onChange={setText}
      onFocus={(event) => {
        // What follows the last dot says what it is and mostly stays.
        const dot = name.lastIndexOf('.');
        event.target.setSelectionRange(0, dot > 0 ? dot : name.length);
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    />
  );
}
