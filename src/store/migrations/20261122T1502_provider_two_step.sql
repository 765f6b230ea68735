-- Whether another system asks for a second step itself. Where it does not, or nobody has said, an account with a second step
-- of its own is asked for it here as after a password.
alter table sign_in_provider add column two_step boolean not null default false;
