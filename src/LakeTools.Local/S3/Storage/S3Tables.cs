using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Storage;

/// <summary>The tables of S3. Keys compare by their bytes in UTF-8, which is the order that S3 lists them in.</summary>
internal static class S3Tables
{
    public static readonly StorePart Part = new(
        "s3",
        """
        CREATE TABLE s3_bucket (
            name TEXT PRIMARY KEY,
            created INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE s3_object (
            bucket TEXT NOT NULL REFERENCES s3_bucket (name),
            key TEXT NOT NULL,
            content TEXT NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified INTEGER NOT NULL,
            headers TEXT NOT NULL,
            checksum_algorithm TEXT,
            checksum TEXT,
            PRIMARY KEY (bucket, key)
        ) WITHOUT ROWID;

        -- The files of an object's content, in order: one, or one for each part of a multipart upload.
        CREATE TABLE s3_segment (
            content TEXT NOT NULL,
            number INTEGER NOT NULL,
            blob TEXT NOT NULL,
            size INTEGER NOT NULL,
            PRIMARY KEY (content, number)
        ) WITHOUT ROWID;

        CREATE TABLE s3_upload (
            id TEXT PRIMARY KEY,
            bucket TEXT NOT NULL REFERENCES s3_bucket (name),
            key TEXT NOT NULL,
            started INTEGER NOT NULL,
            headers TEXT NOT NULL,
            checksum_algorithm TEXT,
            checksum_type TEXT
        ) WITHOUT ROWID;
        CREATE INDEX s3_upload_key ON s3_upload (bucket, key, id);

        CREATE TABLE s3_part (
            upload TEXT NOT NULL REFERENCES s3_upload (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            blob TEXT NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified INTEGER NOT NULL,
            checksum_algorithm TEXT,
            checksum TEXT,
            PRIMARY KEY (upload, number)
        ) WITHOUT ROWID;

        -- Files that nothing refers to any more. They are deleted after the commit, or when the lake is next opened.
        CREATE TABLE s3_garbage (id INTEGER PRIMARY KEY, blob TEXT NOT NULL UNIQUE);
        """,
        """
        -- A small object lies here, with the commit of its record, and has no file; its blob is empty.
        ALTER TABLE s3_segment ADD COLUMN bytes BLOB;
        """,
        """
        ALTER TABLE s3_bucket ADD COLUMN region TEXT;
        ALTER TABLE s3_bucket ADD COLUMN versioning TEXT;

        -- s3_object has the newest version of each key, where that is no delete marker. NULL is the version 'null'.
        ALTER TABLE s3_object ADD COLUMN version TEXT;
        ALTER TABLE s3_object ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;

        -- All other versions and the delete markers. The newer a version of a key, the smaller its rank.
        CREATE TABLE s3_version (
            bucket TEXT NOT NULL REFERENCES s3_bucket (name),
            key TEXT NOT NULL,
            content TEXT NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified INTEGER NOT NULL,
            headers TEXT NOT NULL,
            checksum_algorithm TEXT,
            checksum TEXT,
            version TEXT,
            rank INTEGER NOT NULL,
            is_marker INTEGER NOT NULL,
            PRIMARY KEY (bucket, key, rank)
        ) WITHOUT ROWID;

        CREATE TABLE s3_setting (
            bucket TEXT NOT NULL REFERENCES s3_bucket (name),
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (bucket, name)
        ) WITHOUT ROWID;

        -- Whether the key was written or deleted since the upload began, for conditions on completing it.
        ALTER TABLE s3_upload ADD COLUMN is_overtaken INTEGER NOT NULL DEFAULT 0;

        -- The CRC-64/NVME of a part whose upload names no algorithm, of which that of the object is made.
        ALTER TABLE s3_part ADD COLUMN crc64 TEXT;

        -- The checksum of a part of an object that has a checksum of its parts' checksums.
        ALTER TABLE s3_segment ADD COLUMN checksum TEXT;

        -- What a completed upload answered, for who did not get the answer and asks again.
        CREATE TABLE s3_completed (
            upload TEXT PRIMARY KEY,
            bucket TEXT NOT NULL,
            key TEXT NOT NULL,
            parts TEXT NOT NULL,
            item TEXT NOT NULL,
            completed INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX s3_completed_time ON s3_completed (completed);
        """,
        """
        -- The account that owns the bucket; NULL for the first account of the lake, which has all buckets of former versions.
        ALTER TABLE s3_bucket ADD COLUMN owner TEXT;
        """)
    {
        IsShared = true, // names of buckets are everybody's
    };
}
