-- The first tables: house, events, seats, sales, money, paper, purchasing, the door and the record of what was done.
-- No older program exists.

create table agencies (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  address text collate "C" not null,
  currency text collate "C" not null,
  time_zone text collate "C" not null,
  trading_day_minutes bigint not null,
  cash_rounding_minor bigint not null,
  receipt_footer text collate "C" not null,
  cash_difference_limit_minor bigint not null,
  primary key (agency_id, id)
);

create table counters (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  value bigint not null,
  primary key (agency_id, id)
);

create table devices (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  number bigint not null,
  incarnation bigint not null,
  primary key (agency_id, id)
);

create table venues (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  address text collate "C" not null,
  time_zone text collate "C" not null,
  archived_at bigint,
  primary key (agency_id, id)
);

create table maps (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  venue_id text collate "C" not null,
  name text collate "C" not null,
  archived_at bigint,
  primary key (agency_id, id),
  foreign key (agency_id, venue_id) references venues (agency_id, id) deferrable initially deferred
);

create table map_versions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  map_id text collate "C" not null,
  number bigint not null,
  status text collate "C" not null,
  document json not null,
  columns bytea,
  seat_count bigint not null,
  published_at bigint,
  primary key (agency_id, id),
  foreign key (agency_id, map_id) references maps (agency_id, id) deferrable initially deferred
);
create unique index map_versions_one_number on map_versions (agency_id, map_id, number);

create table events (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number bigint not null,
  title text collate "C" not null,
  kind text collate "C" not null,
  venue_id text collate "C" not null,
  map_version_id text collate "C" not null,
  inventory text collate "C" not null,
  status text collate "C" not null,
  starts_at bigint not null,
  ends_at bigint not null,
  doors_at bigint not null,
  time_zone text collate "C" not null,
  currency text collate "C" not null,
  basket_ms bigint not null,
  seats_per_booking bigint not null,
  no_single_rule text collate "C" not null,
  licensed_capacity bigint,
  refund_until bigint,
  seats_generated_at bigint,
  primary key (agency_id, id),
  foreign key (agency_id, venue_id) references venues (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, map_version_id) references map_versions (agency_id, id) deferrable initially deferred
);
create unique index events_one_number on events (agency_id, number);
create index events_by_start on events (agency_id, starts_at);

create table event_seats (
  agency_id text collate "C" not null,
  event_id text collate "C" not null,
  seat_id text collate "C" not null,
  section_id text collate "C" not null,
  ordinal bigint not null,
  status text collate "C" not null,
  generation bigint not null,
  pinned_to text collate "C",
  booking_id text collate "C",
  ticket_id text collate "C",
  hold_id text collate "C",
  block_reason text collate "C",
  state_version bigint not null,
  price_level_id text collate "C",
  price_minor bigint,
  ownership text collate "C" not null,
  supplier_id text collate "C",
  purchase_order_line_id text collate "C",
  cost_minor bigint,
  proof_of_purchase text collate "C",
  terms_version bigint not null,
  primary key (agency_id, event_id, seat_id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create unique index event_seats_one_ordinal on event_seats (agency_id, event_id, ordinal);
create index event_seats_by_order_line on event_seats (agency_id, purchase_order_line_id);

create table holds (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  event_id text collate "C" not null,
  name text collate "C" not null,
  letter text collate "C" not null,
  color text collate "C" not null,
  reason text collate "C" not null,
  status text collate "C" not null,
  position bigint not null,
  user_id text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create index holds_by_event on holds (agency_id, event_id);

create table price_levels (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  event_id text collate "C" not null,
  category_id text collate "C",
  name text collate "C" not null,
  color text collate "C" not null,
  letter text collate "C" not null,
  position bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create unique index price_levels_one_position on price_levels (agency_id, event_id, position);

create table ticket_types (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  event_id text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  position bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create unique index ticket_types_one_position on ticket_types (agency_id, event_id, position);

create table prices (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  event_id text collate "C" not null,
  price_level_id text collate "C" not null,
  ticket_type_id text collate "C" not null,
  amount_minor bigint,
  valid_from bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, price_level_id) references price_levels (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_type_id) references ticket_types (agency_id, id) deferrable initially deferred
);
create unique index prices_one_cell on prices (agency_id, event_id, price_level_id, ticket_type_id, valid_from);

create table seats (
  agency_id text collate "C" not null,
  map_version_id text collate "C" not null,
  seat_id text collate "C" not null,
  ordinal bigint not null,
  section_id text collate "C" not null,
  section_name text collate "C" not null,
  row_label text collate "C" not null,
  label text collate "C" not null,
  kind text collate "C" not null,
  category_id text collate "C",
  restricted_view boolean not null,
  companion_of text collate "C",
  entrance text collate "C",
  floor text collate "C",
  primary key (agency_id, map_version_id, seat_id)
);
create unique index seats_one_ordinal on seats (agency_id, map_version_id, ordinal);
create unique index seats_one_label on seats (agency_id, map_version_id, section_id, row_label, label);

create table users (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  role text collate "C" not null,
  pin_hash text collate "C",
  password_hash text collate "C",
  pin_failures bigint not null,
  pin_locked_until bigint,
  archived_at bigint,
  primary key (agency_id, id)
);
create unique index users_one_name on users (agency_id, name) where archived_at is null;

create table sessions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  user_id text collate "C" not null,
  device_id text collate "C" not null,
  token_hash text collate "C" not null,
  ended_at bigint,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id) deferrable initially deferred
);
create unique index sessions_one_token on sessions (agency_id, token_hash);

create table settings (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  value json not null,
  primary key (agency_id, id)
);

create table suppliers (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  contact text collate "C" not null,
  terms text collate "C" not null,
  note text collate "C" not null,
  archived_at bigint,
  primary key (agency_id, id)
);
create unique index suppliers_one_name on suppliers (agency_id, name) where archived_at is null;

create table purchase_orders (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number text collate "C" not null,
  supplier_id text collate "C" not null,
  event_id text collate "C" not null,
  status text collate "C" not null,
  currency text collate "C" not null,
  total_minor bigint not null,
  reference text collate "C" not null,
  user_id text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, supplier_id) references suppliers (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create unique index purchase_orders_one_number on purchase_orders (agency_id, number);
create index purchase_orders_by_status on purchase_orders (agency_id, status);

create table purchase_order_lines (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  purchase_order_id text collate "C" not null,
  position bigint not null,
  description text collate "C" not null,
  quantity bigint not null,
  received_quantity bigint not null,
  cancelled_quantity bigint not null,
  unit_minor bigint not null,
  status text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, purchase_order_id) references purchase_orders (agency_id, id) deferrable initially deferred
);
create unique index purchase_order_lines_one_position on purchase_order_lines (agency_id, purchase_order_id, position);

create table supplier_receipts (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  purchase_order_id text collate "C" not null,
  purchase_order_line_id text collate "C" not null,
  seat_specification text collate "C" not null,
  seat_ids json not null,
  quantity bigint not null,
  proof_of_purchase text collate "C" not null,
  user_id text collate "C" not null,
  at bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, purchase_order_id) references purchase_orders (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, purchase_order_line_id) references purchase_order_lines (agency_id, id) deferrable initially deferred
);
create index supplier_receipts_by_line on supplier_receipts (agency_id, purchase_order_line_id);

create table customers (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  sort_key text collate "C" not null,
  email text collate "C",
  phone text collate "C",
  note text collate "C",
  primary key (agency_id, id)
);
create index customers_by_sort_key on customers (agency_id, sort_key);

create table sales (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number text collate "C" not null,
  customer_id text collate "C",
  channel text collate "C" not null,
  status text collate "C" not null,
  authority text collate "C",
  user_id text collate "C" not null,
  device_id text collate "C" not null,
  currency text collate "C" not null,
  total_minor bigint not null,
  delivery text collate "C" not null,
  clock_left_ms bigint,
  confirmed_at bigint,
  handed_over_at bigint,
  primary key (agency_id, id),
  foreign key (agency_id, customer_id) references customers (agency_id, id) deferrable initially deferred
);
create unique index sales_one_number on sales (agency_id, number);
create index sales_by_status on sales (agency_id, status, user_id);
create index sales_by_customer on sales (agency_id, customer_id);
create index sales_by_confirmed on sales (agency_id, confirmed_at);

create table bookings (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  sale_id text collate "C" not null,
  event_id text collate "C" not null,
  status text collate "C" not null,
  deadline bigint,
  deadline_kind text collate "C" not null,
  limit_pass_reason text collate "C",
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred
);
create unique index bookings_one_per_event on bookings (agency_id, sale_id, event_id);
create index bookings_by_deadline on bookings (agency_id, status, deadline);
create index bookings_by_event on bookings (agency_id, event_id);

create table tickets (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number text collate "C" not null,
  serial bigint not null,
  sale_id text collate "C" not null,
  booking_id text collate "C" not null,
  event_id text collate "C" not null,
  seat_id text collate "C" not null,
  ordinal bigint not null,
  ticket_type_id text collate "C" not null,
  price_level_id text collate "C",
  price_minor bigint not null,
  cost_minor bigint,
  generation bigint not null,
  status text collate "C" not null,
  holder_name text collate "C",
  comp_reason text collate "C",
  replaces_ticket_id text collate "C",
  exception_id text collate "C",
  printed_copies bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, booking_id) references bookings (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_type_id) references ticket_types (agency_id, id) deferrable initially deferred
);
create unique index tickets_one_live_per_seat on tickets (agency_id, event_id, seat_id) where status in ('RESERVED','CONFIRMED','USED') and exception_id is null;
create unique index tickets_one_number on tickets (agency_id, number);
create unique index tickets_one_serial on tickets (agency_id, serial);
create index tickets_by_sale on tickets (agency_id, sale_id);
create index tickets_by_booking on tickets (agency_id, booking_id);
create index tickets_by_event on tickets (agency_id, event_id, status);

create table admissions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  event_id text collate "C" not null,
  ticket_id text collate "C" not null,
  entry_number bigint not null,
  is_inside boolean not null,
  gate text collate "C" not null,
  at bigint not null,
  scan_id text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, event_id) references events (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ticket_id) references tickets (agency_id, id) deferrable initially deferred
);
create unique index admissions_one_per_ticket on admissions (agency_id, event_id, ticket_id);
create index admissions_by_time on admissions (agency_id, event_id, at);

create table cash_sessions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  device_id text collate "C" not null,
  user_id text collate "C" not null,
  status text collate "C" not null,
  currency text collate "C" not null,
  opened_at bigint not null,
  closed_at bigint,
  float_minor bigint not null,
  counted_minor bigint,
  difference_minor bigint,
  approved_by text collate "C",
  primary key (agency_id, id)
);
create unique index cash_sessions_one_open on cash_sessions (agency_id, device_id) where status <> 'CLOSED';
create index cash_sessions_by_opened on cash_sessions (agency_id, opened_at);

create table cash_counts (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  cash_session_id text collate "C" not null,
  kind text collate "C" not null,
  denominations json not null,
  total_minor bigint not null,
  user_id text collate "C" not null,
  at bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, cash_session_id) references cash_sessions (agency_id, id) deferrable initially deferred
);
create index cash_counts_by_session on cash_counts (agency_id, cash_session_id);

create table cash_movements (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  cash_session_id text collate "C" not null,
  kind text collate "C" not null,
  amount_minor bigint not null,
  reason text collate "C" not null,
  user_id text collate "C" not null,
  at bigint not null,
  primary key (agency_id, id),
  foreign key (agency_id, cash_session_id) references cash_sessions (agency_id, id) deferrable initially deferred
);
create index cash_movements_by_session on cash_movements (agency_id, cash_session_id);

create table ledger_transactions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  kind text collate "C" not null,
  sale_id text collate "C",
  cash_session_id text collate "C",
  user_id text collate "C" not null,
  device_id text collate "C" not null,
  at bigint not null,
  description text collate "C" not null,
  primary key (agency_id, id)
);
create index ledger_transactions_by_sale on ledger_transactions (agency_id, sale_id);
create index ledger_transactions_by_time on ledger_transactions (agency_id, at);

create table ledger_entries (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  transaction_id text collate "C" not null,
  account text collate "C" not null,
  amount_minor bigint not null,
  currency text collate "C" not null,
  at bigint not null,
  sale_id text collate "C",
  event_id text collate "C",
  ticket_id text collate "C",
  price_level_id text collate "C",
  ticket_type_id text collate "C",
  supplier_id text collate "C",
  user_id text collate "C" not null,
  cash_session_id text collate "C",
  primary key (agency_id, id),
  foreign key (agency_id, transaction_id) references ledger_transactions (agency_id, id) deferrable initially deferred
);
create index ledger_entries_by_transaction on ledger_entries (agency_id, transaction_id);
create index ledger_entries_by_time on ledger_entries (agency_id, at, account);
create index ledger_entries_by_session on ledger_entries (agency_id, cash_session_id, account);
create index ledger_entries_by_sale on ledger_entries (agency_id, sale_id);
create index ledger_entries_by_event on ledger_entries (agency_id, event_id, account);

create table payments (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  sale_id text collate "C" not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  amount_minor bigint not null,
  tendered_minor bigint not null,
  change_minor bigint not null,
  reference text collate "C",
  cash_session_id text collate "C",
  user_id text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
);
create index payments_by_sale on payments (agency_id, sale_id);

create table print_items (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  kind text collate "C" not null,
  ticket_id text collate "C",
  receipt_id text collate "C",
  sale_id text collate "C",
  state text collate "C" not null,
  is_copy boolean not null,
  reason text collate "C",
  user_id text collate "C" not null,
  attempts bigint not null,
  problem text collate "C",
  primary key (agency_id, id)
);
create index print_items_by_state on print_items (agency_id, state);
create index print_items_by_sale on print_items (agency_id, sale_id);
create index print_items_by_ticket on print_items (agency_id, ticket_id);

create table receipts (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number text collate "C" not null,
  sale_id text collate "C",
  cash_session_id text collate "C",
  kind text collate "C" not null,
  paper json not null,
  primary key (agency_id, id)
);
create unique index receipts_one_number on receipts (agency_id, number);
create index receipts_by_sale on receipts (agency_id, sale_id);

create table refunds (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  sale_id text collate "C" not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  amount_minor bigint not null,
  reason text collate "C" not null,
  reference text collate "C",
  cash_session_id text collate "C",
  user_id text collate "C" not null,
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
);
create index refunds_by_sale on refunds (agency_id, sale_id);

create table sale_lines (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  sale_id text collate "C" not null,
  booking_id text collate "C",
  ticket_id text collate "C",
  kind text collate "C" not null,
  description text collate "C" not null,
  quantity bigint not null,
  unit_minor bigint not null,
  total_minor bigint not null,
  reverses_line_id text collate "C",
  primary key (agency_id, id),
  foreign key (agency_id, sale_id) references sales (agency_id, id) deferrable initially deferred
);
create unique index sale_lines_reversed_once on sale_lines (agency_id, reverses_line_id) where reverses_line_id is not null;
create index sale_lines_by_sale on sale_lines (agency_id, sale_id);
create index sale_lines_by_time on sale_lines (agency_id, created_at);

create table scans (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  device_id text collate "C" not null,
  sequence bigint not null,
  gate text collate "C" not null,
  event_id text collate "C",
  ticket_id text collate "C",
  serial bigint,
  generation bigint,
  verdict text collate "C" not null,
  reason text collate "C",
  corrects_scan_id text collate "C",
  user_id text collate "C" not null,
  at bigint not null,
  primary key (agency_id, id)
);
create unique index scans_one_sequence on scans (agency_id, device_id, sequence);
create index scans_by_ticket on scans (agency_id, ticket_id, at);
create index scans_by_event on scans (agency_id, event_id, at);

create table search_terms (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  kind text collate "C" not null,
  ref_id text collate "C" not null,
  term text collate "C" not null,
  primary key (agency_id, id)
);
create index search_terms_by_term on search_terms (agency_id, term);
create index search_terms_by_ref on search_terms (agency_id, ref_id);

create table audit_records (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  device_id text collate "C" not null,
  sequence bigint,
  command_id text collate "C" not null,
  name text collate "C" not null,
  user_id text collate "C" not null,
  allowed_by text collate "C",
  at bigint not null,
  subject text collate "C",
  detail text collate "C" not null,
  previous_hash text collate "C",
  hash text collate "C",
  primary key (agency_id, id)
);
create unique index audit_records_one_sequence on audit_records (agency_id, device_id, sequence);
create index audit_records_by_time on audit_records (agency_id, at);
create index audit_records_by_subject on audit_records (agency_id, subject, at);

create table commands (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  name text collate "C" not null,
  user_id text collate "C" not null,
  answer json not null,
  primary key (agency_id, id)
);

create table exceptions (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  kind text collate "C" not null,
  records json not null,
  state text collate "C" not null,
  outcome text collate "C",
  settled_at bigint,
  primary key (agency_id, id)
);

create table feeds (
  id text collate "C" not null,
  agency_id text collate "C" not null,
  version bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  number bigint not null,
  primary key (agency_id, id)
);

create table journal (
  agency_id text collate "C" not null,
  device_id text collate "C" not null,
  sequence bigint not null,
  command_id text collate "C" not null,
  record text collate "C" not null,
  hash text collate "C" not null,
  primary key (agency_id, device_id, sequence)
);
