// Deliberately wrong: a feature imports another feature, a kit that belongs to ui, and the database.
import { Button } from 'antd';
import { other } from '../two/other.ts';
import { rows } from '#db/rows.ts';

export const wrong = [Button, other, rows];
