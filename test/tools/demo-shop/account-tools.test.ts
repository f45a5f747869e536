import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openShop, type OpenShop } from './open-shop.ts';

describe('the account tools', () => {
  let shop: OpenShop;
  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.pack.close());

  it('shows the account of the customer', async () => {
    expect(await shop.call('lookup_account', {}, 'C-1001')).toMatchObject({
      kind: 'ok',
      output: { customerId: 'C-1001', name: 'Mia Keller', email: 'mia.keller@example.com', status: 'active' },
    });
  });

  it('says where a reset link went without the address or the link', async () => {
    const reset = await shop.call('reset_password', {}, 'C-1001');
    expect(reset).toMatchObject({ kind: 'ok', output: { detail: 'sent to m***@example.com' } });
    expect(JSON.stringify(reset)).not.toMatch(/mia\.keller|https?:/);
    expect(await shop.pack.changedRecords()).toMatchObject([{ table: 'password_resets', key: 'C-1001/1' }]);
  });

  it('keeps the old mail address until the new one is confirmed', async () => {
    expect(await shop.call('update_account', { field: 'email', value: 'Mia@New.example' }, 'C-1001')).toMatchObject({ kind: 'ok' });
    expect(await shop.call('lookup_account', {}, 'C-1001')).toMatchObject({
      output: { email: 'mia.keller@example.com', pendingEmail: 'mia@new.example' },
    });
    expect(await shop.pack.customerByEmail('mia@new.example')).toBeUndefined();
  });

  it.each([
    ['apply_email_change', 'mia@new.example'],
    ['withdraw_email_change', 'mia.keller@example.com'],
  ])('ends the wait of a new mail address: %s', async (tool, email) => {
    await shop.call('update_account', { field: 'email', value: 'Mia@New.example' }, 'C-1001');
    expect(await shop.call(tool, { email: 'mia@other.example' }, 'C-1001')).toMatchObject({ kind: 'refused', rule: 'no_pending_email' });
    expect(await shop.call(tool, { email: 'mia@new.example' }, 'C-1001')).toMatchObject({ kind: 'ok' });
    expect(JSON.stringify(await shop.call('lookup_account', {}, 'C-1001'))).toContain(email);
    expect(await shop.call(tool, { email: 'mia@new.example' }, 'C-1001', 'again')).toMatchObject({
      kind: 'refused',
      rule: 'no_pending_email',
    });
  });

  it('says the same of a new address whether or not somebody else has it', async () => {
    const taken = await shop.call('update_account', { field: 'email', value: 'tom.becker@example.com' }, 'C-1001');
    expect(taken).toMatchObject({ kind: 'ok', output: { what: 'email' } });
  });

  it.each([
    ['phone', '+1 (202) 555-0142', { phone: '+1 (202) 555-0142' }],
    ['name', 'Mia Keller-Ross', { name: 'Mia Keller-Ross' }],
    ['address', '9 Hill Road, Bend, OR 97701', { address: '9 Hill Road, Bend, OR 97701' }],
    ['newsletter', 'off', { newsletter: 0 }],
    ['newsletter', 'Yes', { newsletter: 1 }],
  ])('changes the %s to %j', async (field, value, after) => {
    expect(await shop.call('update_account', { field, value }, 'C-1001')).toMatchObject({ kind: 'ok', output: { what: field } });
    expect(await shop.pack.changedRecords()).toMatchObject([{ table: 'customers', key: 'C-1001', after }]);
  });

  it.each([
    ['email', 'mia at example'],
    ['phone', '12'],
    ['phone', 'call me'],
    ['name', '<b>Mia</b>'],
    ['address', 'home'],
    ['newsletter', 'sometimes'],
  ])('does not store the %s %j', async (field, value) => {
    expect(await shop.call('update_account', { field, value }, 'C-1001')).toMatchObject({ kind: 'refused', rule: 'invalid_value' });
    expect(await shop.pack.changedRecords()).toEqual([]);
  });

  it('leaves a locked account to a specialist', async () => {
    expect(await shop.call('lookup_account', {}, 'C-1008')).toMatchObject({ output: { status: 'locked' } });
    expect(await shop.call('reset_password', {}, 'C-1008')).toMatchObject({ kind: 'refused', rule: 'account_locked' });
    expect(await shop.call('update_account', { field: 'phone', value: '+1 202 555 0142' }, 'C-1008')).toMatchObject({
      rule: 'account_locked',
    });
  });
});
