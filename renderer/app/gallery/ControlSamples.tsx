import { Ellipsis, Flag, Kanban, List, Plus, Search, Trash2, User } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { MenuItem } from '#renderer/ui/menuItems.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { MultiSelect } from '#renderer/ui/MultiSelect.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import styles from './GalleryScreen.module.css';

const people = [
  { value: 'lin', label: '林悦', hint: '华东' },
  { value: 'zhou', label: '周启航', hint: '华北' },
  { value: 'he', label: '何思敏', hint: '华南' },
];
const menu: readonly MenuItem[] = [
  { key: 'open', label: '打开', keys: 'enter' },
  {
    key: 'move',
    label: '移到',
    items: [
      { key: 'a', label: '交流' },
      { key: 'b', label: '谈判' },
    ],
  },
  '-',
  { key: 'remove', label: '删除', icon: Trash2, danger: true },
];

/** Buttons, inputs, choices and what opens from them. */
export function ControlSamples() {
  return (
    <>
      <Buttons />
      <Inputs />
      <Choices />
      <Inline />
    </>
  );
}

function Buttons() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null);
  return (
    <Card title="Button" sub="IconButton Menu Dialog Drawer">
      <div className={styles.row}>
        <Button tone="primary" icon={Plus} keys="l">
          记一笔
        </Button>
        <Button icon={Flag}>下达指令</Button>
        <Button tone="quiet" icon={Plus}>
          筛选
        </Button>
        <Button tone="danger">删除</Button>
      </div>
      <div className={styles.row}>
        <Button size="small">小</Button>
        <Button busy>保存</Button>
        <Button disabled>不可用</Button>
        <Button tone="primary" disabled>
          不可用
        </Button>
        <IconButton icon={Search} label="查找" keys="mod+k" outlined />
        <DeleteButton onDelete={() => setOpen(null)} />
      </div>
      <div className={styles.row}>
        <Menu items={menu}>
          <Button icon={Ellipsis}>菜单</Button>
        </Menu>
        <ContextMenu items={() => menu}>
          <Button>右键菜单</Button>
        </ContextMenu>
        <Button onClick={() => setOpen('dialog')}>对话框</Button>
        <Button onClick={() => setOpen('drawer')}>抽屉</Button>
      </div>
      <Dialog
        title="推进到谈判"
        open={open === 'dialog'}
        onClose={() => setOpen(null)}
        note="还差2项"
        actions={
          <>
            <Button onClick={() => setOpen(null)}>取消</Button>
            <Button tone="primary">推进</Button>
          </>
        }
      >
        <Field label="决策人与采购标准已当面核实">
          {(control) => <TextInput {...control} value="" onChange={() => undefined} />}
        </Field>
      </Dialog>
      <Drawer title="交流阶段，21个超时" open={open === 'drawer'} onClose={() => setOpen(null)}>
        明细
      </Drawer>
    </Card>
  );
}

function Inputs() {
  const [text, setText] = useState('3.0T磁共振采购');
  const [money, setMoney] = useState<number | null>(1_860_000_000);
  const [number, setNumber] = useState<number | null>(40);
  const [day, setDay] = useState<string | null>('2026-09-16');
  return (
    <Card title="Field" sub="TextInput MoneyInput NumberInput DateInput TextArea">
      <div className={styles.stack}>
        <Field label="商机名称" hint="客户看得懂的名字">
          {(control) => <TextInput {...control} value={text} onChange={setText} />}
        </Field>
        <Field label="金额">
          {(control) => <MoneyInput {...control} currency="CNY" value={money} onChange={setMoney} />}
        </Field>
        <Field label="影响力" error="请写0到100之间的数字">
          {(control) => <NumberInput {...control} value={number} minimum={0} maximum={100} onChange={setNumber} />}
        </Field>
        <Field label="预计成交" optional>
          {(control) => <DateInput {...control} value={day} onChange={setDay} />}
        </Field>
        <Field label="说明" optional>
          {(control) => <TextArea {...control} value={text} onChange={setText} />}
        </Field>
      </div>
    </Card>
  );
}

function Choices() {
  const [owner, setOwner] = useState<string | null>('lin');
  const [owners, setOwners] = useState<string[]>(['lin', 'he']);
  const [view, setView] = useState<'board' | 'list'>('board');
  const [tab, setTab] = useState<'overview' | 'tasks'>('overview');
  const [checked, setChecked] = useState(true);
  return (
    <Card title="Select" sub="Segmented Tabs FilterChip Checkbox">
      <div className={styles.stack}>
        <Select aria-label="负责人" value={owner} options={people} onChange={setOwner} clearable />
        <MultiSelect aria-label="负责人" values={owners} options={people} onChange={setOwners} />
        <div className={styles.row}>
          <Segmented
            label="视图"
            value={view}
            onChange={setView}
            options={[
              { value: 'board', label: '看板', icon: Kanban },
              { value: 'list', label: '列表', icon: List },
            ]}
          />
          <Segmented
            size="small"
            label="视图"
            value={view}
            onChange={setView}
            options={[
              { value: 'board', label: '看板' },
              { value: 'list', label: '列表' },
            ]}
          />
        </div>
        <Tabs
          label="页签"
          current={tab}
          onSelect={setTab}
          items={[
            { key: 'overview', label: '概览' },
            { key: 'tasks', label: '任务', figure: '3/6' },
          ]}
        />
        <FilterBar totals={<span>商机22</span>}>
          <FilterChip icon={User} active onClear={() => undefined}>
            华东大客户组
          </FilterChip>
          <FilterChip icon={Plus}>筛选</FilterChip>
        </FilterBar>
        <Checkbox checked={checked} onChange={setChecked}>
          只看超时
        </Checkbox>
      </div>
    </Card>
  );
}

const later = async (keep: () => void) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  keep();
  return { ok: true } as const;
};

function Inline() {
  const [name, setName] = useState('3.0T磁共振采购');
  const [money, setMoney] = useState<number | null>(1_860_000_000);
  const [day, setDay] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>('lin');
  return (
    <Card title="InlineEdit">
      <div className={styles.stack}>
        <InlineEdit
          kind="text"
          label="名称"
          value={name}
          required
          onSave={(value: string) => later(() => setName(value))}
        />
        <InlineEdit
          kind="money"
          label="金额"
          currency="CNY"
          value={money}
          onSave={(value: number | null) => later(() => setMoney(value))}
        />
        <InlineEdit
          kind="date"
          label="预计成交"
          value={day}
          onSave={(value: string | null) => later(() => setDay(value))}
        />
        <InlineEdit
          kind="select"
          label="负责人"
          value={owner}
          options={people}
          onSave={(value: string | null) => later(() => setOwner(value))}
        >
          {people.find(({ value }) => value === owner)?.label}
        </InlineEdit>
      </div>
    </Card>
  );
}
