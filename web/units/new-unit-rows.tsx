/** Rows of a form, one for each unit that joins. */
import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';

export interface NewUnitFields {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly within?: string;
}

export interface NewUnitRowsProps {
  /** In which the units lie; none where their set lies within no other. */
  readonly groups: readonly Schemas['UnitRef'][];
}

export function NewUnitRows({ groups }: NewUnitRowsProps): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const rules = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <Form.List name="add">
      {(rows, { add, remove }) => (
        <fieldset className="unit-rows">
          <legend>{t('added')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key} className="unit-row">
              <Form.Item name={[name, 'key']} label={t('unitKey')} rules={rules}>
                <Input placeholder={t('unitKeyHint')} maxLength={64} />
              </Form.Item>
              <Form.Item name={[name, 'zh']} label={t('unitZh')} rules={rules}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'en']} label={t('unitEn')} rules={rules}>
                <Input maxLength={200} />
              </Form.Item>
              {groups.length === 0 ? null : (
                <Form.Item name={[name, 'within']} label={t('within')} rules={rules}>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    options={groups.map((group) => ({ value: group.key, label: say(group.title) }))}
                  />
                </Form.Item>
              )}
              <Button onClick={() => remove(name)}>{t('dropRow')}</Button>
            </div>
          ))}
          <Button onClick={() => add()}>{t('addRow')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
