using LakeTools.Local.Iam;
using Microsoft.Data.Sqlite;

namespace LakeTools.Tests.Local.Iam;

public sealed class IamTablesTests
{
    [Fact]
    public void Policies_of_roles_of_an_earlier_version_are_kept()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        connection.Open();
        Run(IamTables.Part.Migrations[0]);
        Run("""
            INSERT INTO iam_role VALUES ('Jobs', '/', 'AROAEXAMPLE', 1, '{}', NULL, 3600, NULL, '{}');
            INSERT INTO iam_role_policy VALUES ('jobs', 'read', '{"a":1}');
            INSERT INTO iam_attached_policy VALUES ('Jobs', 'arn:aws:iam::aws:policy/X');
            """);
        Run(IamTables.Part.Migrations[1]);
        Assert.Equal("""{"a":1}""", Value("SELECT document FROM iam_policy WHERE kind = 'role' AND owner = 'JOBS' AND name = 'read'"));
        Assert.Equal("arn:aws:iam::aws:policy/X", Value("SELECT arn FROM iam_attachment WHERE kind = 'role' AND owner = 'Jobs'"));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        object? Value(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
    }
}
