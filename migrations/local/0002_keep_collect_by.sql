-- A booking that was kept unpaid goes back to its collect-by when the basket it was taken into ends unpaid.
-- An older program cannot run: it would forget the time.

alter table bookings add column collect_by integer;
update bookings set collect_by = deadline where deadline_kind = 'COLLECT' and deadline is not null;
