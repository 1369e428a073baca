-- Every row belongs to one agency, and the database itself shows it to nobody else: the program (parterre_app) names its
-- agency at the start of each transaction and sees that agency's rows; without one it sees nothing. FORCE holds the
-- owner too. Rows are never deleted, and the books, once written, are never changed either.
-- An older program can still run, as parterre_app.

create procedure protect_by_agency(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy one_agency on %s using (agency_id = current_setting(''app.agency_id'', true)) '
    'with check (agency_id = current_setting(''app.agency_id'', true))', protected);
  execute format('grant select, insert, update on %s to parterre_app', protected);
end $$;

do $$
declare
  protected regclass;
begin
  foreach protected in array array[
    'agencies',
    'counters',
    'devices',
    'event_seats',
    'events',
    'holds',
    'map_versions',
    'maps',
    'price_levels',
    'prices',
    'seats',
    'sessions',
    'settings',
    'ticket_types',
    'users',
    'venues',
    'purchase_order_lines',
    'purchase_orders',
    'supplier_receipts',
    'suppliers',
    'admissions',
    'bookings',
    'cash_counts',
    'cash_movements',
    'cash_sessions',
    'customers',
    'ledger_entries',
    'ledger_transactions',
    'payments',
    'print_items',
    'receipts',
    'refunds',
    'sale_lines',
    'sales',
    'scans',
    'search_terms',
    'tickets',
    'audit_records',
    'commands',
    'exceptions',
    'feeds',
    'journal'
  ]::regclass[] loop
    call protect_by_agency(protected);
  end loop;
end $$;

revoke update on journal, ledger_entries, ledger_transactions, receipts, scans from parterre_app;

-- The program checks at its start that it fits the data.
grant select on migrations to parterre_app;
