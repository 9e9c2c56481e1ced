using LakeTools.Local.SecretsManager;
using Microsoft.Data.Sqlite;

namespace LakeTools.Tests.Local.SecretsManager;

public sealed class SecretTablesTests
{
    /// <summary>Replicas were words in their primary's row before they were secrets.</summary>
    [Fact]
    public void Replicas_of_an_earlier_version_become_secrets_of_their_regions()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        connection.Open();
        foreach (var step in SecretTables.Part.Migrations.Take(3)) Run(step);
        Run("""
            INSERT INTO secretsmanager_secret (arn, name, description, tags, created, changed, replicas) VALUES
                ('arn:aws:secretsmanager:eu-west-1:111122223333:secret:a/b-AbCdEf', 'a/b', '', '[{"Key":"k","Value":"v"}]', 1, 2,
                    '[{"Region":"us-east-2","KmsKeyId":null},{"Region":"us-west-1","KmsKeyId":"alias/mine"}]'),
                ('arn:aws:secretsmanager:eu-west-1:111122223333:secret:c-AbCdEf', 'c', 'd', '[]', 3, 4, '[]');
            INSERT INTO secretsmanager_version (secret_id, version_id, is_binary, value, created) VALUES (1, 'v', 0, x'01', 1);
            INSERT INTO secretsmanager_stage VALUES (1, 'AWSCURRENT', 'v');
            """);
        Run(SecretTables.Part.Migrations[3]);
        Assert.Equal(
            [
                "eu-west-1|arn:aws:secretsmanager:eu-west-1:111122223333:secret:a/b-AbCdEf|a/b||||[{\"Key\":\"k\",\"Value\":\"v\"}]",
                "eu-west-1|arn:aws:secretsmanager:eu-west-1:111122223333:secret:c-AbCdEf|c||d||",
                "us-east-2|arn:aws:secretsmanager:us-east-2:111122223333:secret:a/b-AbCdEf|a/b|1|||[{\"Key\":\"k\",\"Value\":\"v\"}]",
                "us-west-1|arn:aws:secretsmanager:us-west-1:111122223333:secret:a/b-AbCdEf|a/b|1||alias/mine|",
            ],
            Rows("SELECT region, arn, name, primary_id, description, kms_key_id, iif(kms_key_id IS NULL, tags, NULL) "
                + "FROM secretsmanager_secret ORDER BY id"));
        Assert.Equal(["1|AWSCURRENT|v"], Rows("SELECT s.secret_id, stage, v.version_id FROM secretsmanager_stage s "
            + "JOIN secretsmanager_version v ON v.secret_id = s.secret_id AND v.version_id = s.version_id"));
        Run("DELETE FROM secretsmanager_secret WHERE id = 1");
        Assert.Equal(["c"], Rows("SELECT name FROM secretsmanager_secret"));
        Assert.Equal([], Rows("SELECT stage FROM secretsmanager_stage UNION SELECT version_id FROM secretsmanager_version"));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        List<string> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var row = command.ExecuteReader();
            List<string> rows = [];
            while (row.Read()) rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(index => $"{row.GetValue(index)}")));
            return rows;
        }
    }
}
