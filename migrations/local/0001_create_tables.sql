-- The first tables: house, events, seats, sales, money, paper, purchasing, the door and the record of what was done.
-- No older program exists.

create table agencies (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  address text not null,
  currency text not null,
  time_zone text not null,
  trading_day_minutes integer not null,
  cash_rounding_minor integer not null,
  receipt_footer text not null,
  cash_difference_limit_minor integer not null,
  primary key (agency_id, id)
) strict;

create table counters (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  value integer not null,
  primary key (agency_id, id)
) strict;

create table devices (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  number integer not null,
  incarnation integer not null,
  primary key (agency_id, id)
) strict;

create table event_seats (
  agency_id text not null,
  event_id text not null,
  seat_id text not null,
  section_id text not null,
  ordinal integer not null,
  status text not null,
  generation integer not null,
  pinned_to text,
  booking_id text,
  ticket_id text,
  hold_id text,
  block_reason text,
  state_version integer not null,
  price_level_id text,
  price_minor integer,
  ownership text not null,
  supplier_id text,
  purchase_order_line_id text,
  cost_minor integer,
  proof_of_purchase text,
  terms_version integer not null,
  primary key (agency_id, event_id, seat_id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict, without rowid;
create unique index event_seats_one_ordinal on event_seats (agency_id, event_id, ordinal);
create index event_seats_by_order_line on event_seats (agency_id, purchase_order_line_id);

create table events (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number integer not null,
  title text not null,
  kind text not null,
  venue_id text not null,
  map_version_id text not null,
  inventory text not null,
  status text not null,
  starts_at integer not null,
  ends_at integer not null,
  doors_at integer not null,
  time_zone text not null,
  currency text not null,
  basket_ms integer not null,
  seats_per_booking integer not null,
  no_single_rule text not null,
  licensed_capacity integer,
  refund_until integer,
  seats_generated_at integer,
  primary key (agency_id, id),
  foreign key (agency_id, venue_id) references venues (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, map_version_id) references map_versions (agency_id, id) deferrable initially deferred
) strict;
create unique index events_one_number on events (agency_id, number);
create index events_by_start on events (agency_id, starts_at);

create table holds (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  event_id text not null,
  name text not null,
  letter text not null,
  color text not null,
  reason text not null,
  status text not null,
  position integer not null,
  user_id text not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict;
create index holds_by_event on holds (agency_id, event_id);

create table map_versions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  map_id text not null,
  number integer not null,
  status text not null,
  document text not null,
  columns blob,
  seat_count integer not null,
  published_at integer,
  primary key (agency_id, id),
  foreign key (agency_id, map_id) references maps (agency_id, id) deferrable initially deferred
) strict;
create unique index map_versions_one_number on map_versions (agency_id, map_id, number);

create table maps (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  venue_id text not null,
  name text not null,
  archived_at integer,
  primary key (agency_id, id),
  foreign key (agency_id, venue_id) references venues (agency_id, id) deferrable initially deferred
) strict;

create table price_levels (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  event_id text not null,
  category_id text,
  name text not null,
  color text not null,
  letter text not null,
  position integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict;
create unique index price_levels_one_position on price_levels (agency_id, event_id, position);

create table prices (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  event_id text not null,
  price_level_id text not null,
  ticket_type_id text not null,
  amount_minor integer,
  valid_from integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, price_level_id) references price_levels (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_type_id) references ticket_types (agency_id, id) deferrable initially deferred
) strict;
create unique index prices_one_cell on prices (agency_id, event_id, price_level_id, ticket_type_id, valid_from);

create table seats (
  agency_id text not null,
  map_version_id text not null,
  seat_id text not null,
  ordinal integer not null,
  section_id text not null,
  section_name text not null,
  row_label text not null,
  label text not null,
  kind text not null,
  category_id text,
  restricted_view integer not null,
  companion_of text,
  entrance text,
  floor text,
  primary key (agency_id, map_version_id, seat_id)
) strict, without rowid;
create unique index seats_one_ordinal on seats (agency_id, map_version_id, ordinal);
create unique index seats_one_label on seats (agency_id, map_version_id, section_id, row_label, label);

create table sessions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  user_id text not null,
  device_id text not null,
  token_hash text not null,
  ended_at integer,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id) deferrable initially deferred
) strict;
create unique index sessions_one_token on sessions (agency_id, token_hash);

create table settings (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  value text not null,
  primary key (agency_id, id)
) strict;

create table ticket_types (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  event_id text not null,
  name text not null,
  kind text not null,
  position integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict;
create unique index ticket_types_one_position on ticket_types (agency_id, event_id, position);

create table users (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  role text not null,
  pin_hash text,
  password_hash text,
  pin_failures integer not null,
  pin_locked_until integer,
  archived_at integer,
  primary key (agency_id, id)
) strict;
create unique index users_one_name on users (agency_id, name) where archived_at is null;

create table venues (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  address text not null,
  time_zone text not null,
  archived_at integer,
  primary key (agency_id, id)
) strict;

create table purchase_order_lines (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  purchase_order_id text not null,
  position integer not null,
  description text not null,
  quantity integer not null,
  received_quantity integer not null,
  cancelled_quantity integer not null,
  unit_minor integer not null,
  status text not null,
  primary key (agency_id, id),
  foreign key (agency_id, purchase_order_id) references purchase_orders (agency_id, id) deferrable initially deferred
) strict;
create unique index purchase_order_lines_one_position on purchase_order_lines (agency_id, purchase_order_id, position);

create table purchase_orders (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number text not null,
  supplier_id text not null,
  event_id text not null,
  status text not null,
  currency text not null,
  total_minor integer not null,
  reference text not null,
  user_id text not null,
  primary key (agency_id, id),
  foreign key (agency_id, supplier_id) references suppliers (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict;
create unique index purchase_orders_one_number on purchase_orders (agency_id, number);
create index purchase_orders_by_status on purchase_orders (agency_id, status);

create table supplier_receipts (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  purchase_order_id text not null,
  purchase_order_line_id text not null,
  seat_specification text not null,
  seat_ids text not null,
  quantity integer not null,
  proof_of_purchase text not null,
  user_id text not null,
  at integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, purchase_order_id) references purchase_orders (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, purchase_order_line_id) references purchase_order_lines (agency_id, id) deferrable initially deferred
) strict;
create index supplier_receipts_by_line on supplier_receipts (agency_id, purchase_order_line_id);

create table suppliers (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  kind text not null,
  contact text not null,
  terms text not null,
  note text not null,
  archived_at integer,
  primary key (agency_id, id)
) strict;
create unique index suppliers_one_name on suppliers (agency_id, name) where archived_at is null;

create table admissions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  event_id text not null,
  ticket_id text not null,
  entry_number integer not null,
  is_inside integer not null,
  gate text not null,
  at integer not null,
  scan_id text not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_id) references tickets (agency_id, id) deferrable initially deferred
) strict;
create unique index admissions_one_per_ticket on admissions (agency_id, event_id, ticket_id);
create index admissions_by_time on admissions (agency_id, event_id, at);

create table bookings (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  sale_id text not null,
  event_id text not null,
  status text not null,
  deadline integer,
  deadline_kind text not null,
  limit_pass_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
) strict;
create unique index bookings_one_per_event on bookings (agency_id, sale_id, event_id);
create index bookings_by_deadline on bookings (agency_id, status, deadline);
create index bookings_by_event on bookings (agency_id, event_id);

create table cash_counts (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  cash_session_id text not null,
  kind text not null,
  denominations text not null,
  total_minor integer not null,
  user_id text not null,
  at integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, cash_session_id) references cash_sessions (agency_id, id) deferrable initially deferred
) strict;
create index cash_counts_by_session on cash_counts (agency_id, cash_session_id);

create table cash_movements (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  cash_session_id text not null,
  kind text not null,
  amount_minor integer not null,
  reason text not null,
  user_id text not null,
  at integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, cash_session_id) references cash_sessions (agency_id, id) deferrable initially deferred
) strict;
create index cash_movements_by_session on cash_movements (agency_id, cash_session_id);

create table cash_sessions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  device_id text not null,
  user_id text not null,
  status text not null,
  currency text not null,
  opened_at integer not null,
  closed_at integer,
  float_minor integer not null,
  counted_minor integer,
  difference_minor integer,
  approved_by text,
  primary key (agency_id, id)
) strict;
create unique index cash_sessions_one_open on cash_sessions (agency_id, device_id) where status <> 'CLOSED';
create index cash_sessions_by_opened on cash_sessions (agency_id, opened_at);

create table customers (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  sort_key text not null,
  email text,
  phone text,
  note text,
  primary key (agency_id, id)
) strict;
create index customers_by_sort_key on customers (agency_id, sort_key);

create table ledger_entries (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  transaction_id text not null,
  account text not null,
  amount_minor integer not null,
  currency text not null,
  at integer not null,
  sale_id text,
  event_id text,
  ticket_id text,
  price_level_id text,
  ticket_type_id text,
  supplier_id text,
  user_id text not null,
  cash_session_id text,
  primary key (agency_id, id),
  foreign key (agency_id, transaction_id) references ledger_transactions (agency_id, id) deferrable initially deferred
) strict;
create index ledger_entries_by_transaction on ledger_entries (agency_id, transaction_id);
create index ledger_entries_by_time on ledger_entries (agency_id, at, account);
create index ledger_entries_by_session on ledger_entries (agency_id, cash_session_id, account);
create index ledger_entries_by_sale on ledger_entries (agency_id, sale_id);
create index ledger_entries_by_event on ledger_entries (agency_id, event_id, account);

create table ledger_transactions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  kind text not null,
  sale_id text,
  cash_session_id text,
  user_id text not null,
  device_id text not null,
  at integer not null,
  description text not null,
  primary key (agency_id, id)
) strict;
create index ledger_transactions_by_sale on ledger_transactions (agency_id, sale_id);
create index ledger_transactions_by_time on ledger_transactions (agency_id, at);

create table payments (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  sale_id text not null,
  kind text not null,
  status text not null,
  amount_minor integer not null,
  tendered_minor integer not null,
  change_minor integer not null,
  reference text,
  cash_session_id text,
  user_id text not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
) strict;
create index payments_by_sale on payments (agency_id, sale_id);

create table print_items (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  kind text not null,
  ticket_id text,
  receipt_id text,
  sale_id text,
  state text not null,
  is_copy integer not null,
  reason text,
  user_id text not null,
  attempts integer not null,
  problem text,
  primary key (agency_id, id)
) strict;
create index print_items_by_state on print_items (agency_id, state);
create index print_items_by_sale on print_items (agency_id, sale_id);
create index print_items_by_ticket on print_items (agency_id, ticket_id);

create table receipts (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number text not null,
  sale_id text,
  cash_session_id text,
  kind text not null,
  paper text not null,
  primary key (agency_id, id)
) strict;
create unique index receipts_one_number on receipts (agency_id, number);
create index receipts_by_sale on receipts (agency_id, sale_id);

create table refunds (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  sale_id text not null,
  kind text not null,
  status text not null,
  amount_minor integer not null,
  reason text not null,
  reference text,
  cash_session_id text,
  user_id text not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
) strict;
create index refunds_by_sale on refunds (agency_id, sale_id);

create table sale_lines (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  sale_id text not null,
  booking_id text,
  ticket_id text,
  kind text not null,
  description text not null,
  quantity integer not null,
  unit_minor integer not null,
  total_minor integer not null,
  reverses_line_id text,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
) strict;
create unique index sale_lines_reversed_once on sale_lines (agency_id, reverses_line_id) where reverses_line_id is not null;
create index sale_lines_by_sale on sale_lines (agency_id, sale_id);
create index sale_lines_by_time on sale_lines (agency_id, created_at);

create table sales (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number text not null,
  customer_id text,
  channel text not null,
  status text not null,
  authority text,
  user_id text not null,
  device_id text not null,
  currency text not null,
  total_minor integer not null,
  delivery text not null,
  clock_left_ms integer,
  confirmed_at integer,
  handed_over_at integer,
  primary key (agency_id, id),
  foreign key (agency_id, customer_id) references customers (agency_id, id) deferrable initially deferred
) strict;
create unique index sales_one_number on sales (agency_id, number);
create index sales_by_status on sales (agency_id, status, user_id);
create index sales_by_customer on sales (agency_id, customer_id);
create index sales_by_confirmed on sales (agency_id, confirmed_at);

create table scans (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  device_id text not null,
  sequence integer not null,
  gate text not null,
  event_id text,
  ticket_id text,
  serial integer,
  generation integer,
  verdict text not null,
  reason text,
  corrects_scan_id text,
  user_id text not null,
  at integer not null,
  primary key (agency_id, id)
) strict;
create unique index scans_one_sequence on scans (agency_id, device_id, sequence);
create index scans_by_ticket on scans (agency_id, ticket_id, at);
create index scans_by_event on scans (agency_id, event_id, at);

create table search_terms (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  kind text not null,
  ref_id text not null,
  term text not null,
  primary key (agency_id, id)
) strict;
create index search_terms_by_term on search_terms (agency_id, term);
create index search_terms_by_ref on search_terms (agency_id, ref_id);

create table tickets (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number text not null,
  serial integer not null,
  sale_id text not null,
  booking_id text not null,
  event_id text not null,
  seat_id text not null,
  ordinal integer not null,
  ticket_type_id text not null,
  price_level_id text,
  price_minor integer not null,
  cost_minor integer,
  generation integer not null,
  status text not null,
  holder_name text,
  comp_reason text,
  replaces_ticket_id text,
  exception_id text,
  printed_copies integer not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, booking_id) references bookings (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_type_id) references ticket_types (agency_id, id) deferrable initially deferred
) strict;
create unique index tickets_one_live_per_seat on tickets (agency_id, event_id, seat_id) where status in ('RESERVED','CONFIRMED','USED') and exception_id is null;
create unique index tickets_one_number on tickets (agency_id, number);
create unique index tickets_one_serial on tickets (agency_id, serial);
create index tickets_by_sale on tickets (agency_id, sale_id);
create index tickets_by_booking on tickets (agency_id, booking_id);
create index tickets_by_event on tickets (agency_id, event_id, status);

create table audit_records (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  device_id text not null,
  sequence integer,
  command_id text not null,
  name text not null,
  user_id text not null,
  allowed_by text,
  at integer not null,
  subject text,
  detail text not null,
  previous_hash text,
  hash text,
  primary key (agency_id, id)
) strict;
create unique index audit_records_one_sequence on audit_records (agency_id, device_id, sequence);
create index audit_records_by_time on audit_records (agency_id, at);
create index audit_records_by_subject on audit_records (agency_id, subject, at);

create table commands (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  name text not null,
  user_id text not null,
  answer text not null,
  primary key (agency_id, id)
) strict;

create table exceptions (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  kind text not null,
  records text not null,
  state text not null,
  outcome text,
  settled_at integer,
  primary key (agency_id, id)
) strict;

create table feeds (
  id text not null,
  agency_id text not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  number integer not null,
  primary key (agency_id, id)
) strict;

create table journal (
  agency_id text not null,
  device_id text not null,
  sequence integer not null,
  command_id text not null,
  record text not null,
  hash text not null,
  primary key (agency_id, device_id, sequence)
) strict, without rowid;

