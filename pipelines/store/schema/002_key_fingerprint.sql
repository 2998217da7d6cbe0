-- One row: recognises the key that the pseudonyms were made with, without giving it away.
create table registered.key_fingerprint (
    fingerprint varchar not null
);
