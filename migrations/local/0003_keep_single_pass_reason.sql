-- Why a booking's picks may leave a single seat alone, as somebody with the right said.
-- An older program cannot run: it would let every pick leave one.

alter table bookings add column single_pass_reason text;
