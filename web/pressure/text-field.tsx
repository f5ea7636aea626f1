/** A text that a person writes with an act. */
import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly isOptional?: boolean;
  readonly isFirst?: boolean;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { name, label, most, isOptional = false, isFirst = false } = props;
  const { t } = useTranslation('pressure');
  return (
    <Form.Item
      name={name}
      label={isOptional ? t('optional', { label }) : label}
      rules={
        isOptional ? [] : [{ required: true, whitespace: true, message: t('needed', { label }) }]
      }
    >
      <Input.TextArea autoFocus={isFirst} maxLength={most} rows={3} />
    </Form.Item>
  );
}
