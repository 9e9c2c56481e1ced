using System.Net;
using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using Amazon.S3.Model;
using Amazon.SecretsManager.Model;
using DataLakePrincipal = Amazon.LakeFormation.Model.DataLakePrincipal;

namespace LakeTools.Tests.Local.Durability;

/// <summary>Reads and writes the items of a <see cref="LedgerItem"/> through the services, and keeps what must be there.</summary>
internal static class Ledger
{
    public const string Bucket = "ledger-bucket";
    public const string Database = "ledger";
    public const string BaseTable = "base";

    private const string Present = "granted";

    /// <summary>Makes what the items stand on.</summary>
    public static async Task PrepareAsync(LakeApis apis, CancellationToken cancellation)
    {
        await apis.S3.PutBucketAsync(Bucket, cancellation);
        await apis.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = Database } },
            cancellation);
        await apis.Glue.CreateTableAsync(Create(BaseTable, "base"), cancellation);
    }

    /// <summary>Gives an item its next value: another one, or none for the kinds that can be taken away.</summary>
    public static async Task WriteAsync(LakeApis apis, LedgerItem item, string next, CancellationToken cancellation)
    {
        var isTaken = item.Acknowledged is not null && item.Kind is ItemKind.Object or ItemKind.Grant && next[^1] is '0' or '4' or '7';
        var value = isTaken ? null : item.Kind == ItemKind.Grant ? Present : next;
        item.Asked = value;
        item.IsOpen = true;
        await WriteAsync(apis, item, cancellation);
        item.Acknowledged = value;
        item.IsOpen = false;
    }

    /// <summary>What a lake holds of an item; null where it is not there.</summary>
    public static async Task<string?> ReadAsync(LakeApis apis, LedgerItem item, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case ItemKind.Object or ItemKind.Upload:
                return await ReadObjectAsync(apis, item.Name, cancellation);
            case ItemKind.Secret:
                return await OrNullAsync<Amazon.SecretsManager.Model.ResourceNotFoundException>(async () =>
                    (await apis.Secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = item.Name }, cancellation))
                        .SecretString);
            case ItemKind.Table:
                return await OrNullAsync<Amazon.Glue.Model.EntityNotFoundException>(async () =>
                    (await apis.Glue.GetTableAsync(new GetTableRequest { DatabaseName = Database, Name = item.Name }, cancellation))
                        .Table.Description);
            case ItemKind.Partition:
                var partition = new GetPartitionRequest { DatabaseName = Database, TableName = BaseTable, PartitionValues = [item.Name] };
                return await OrNullAsync<Amazon.Glue.Model.EntityNotFoundException>(async () =>
                    (await apis.Glue.GetPartitionAsync(partition, cancellation)).Partition.StorageDescriptor.Location);
            default:
                var grants = new ListPermissionsRequest { Principal = PrincipalOf(item), Resource = BaseResource() };
                var listed = await apis.LakeFormation.ListPermissionsAsync(grants, cancellation);
                return listed.PrincipalResourcePermissions?.Exists(entry => entry.Permissions.Contains("SELECT")) == true ? Present : null;
        }
    }

    private static Task WriteAsync(LakeApis apis, LedgerItem item, CancellationToken cancellation)
    {
        switch (item.Kind)
        {
            case ItemKind.Object when item.Asked is null:
                return apis.S3.DeleteObjectAsync(Bucket, item.Name, cancellation);
            case ItemKind.Object:
                return apis.S3.PutObjectAsync(
                    new PutObjectRequest { BucketName = Bucket, Key = item.Name, ContentBody = Content(item.Asked) }, cancellation);
            case ItemKind.Upload:
                return UploadAsync(apis, item.Name, Content(item.Asked!), cancellation);
            case ItemKind.Secret when item.Acknowledged is null:
                return apis.Secrets.CreateSecretAsync(new CreateSecretRequest { Name = item.Name, SecretString = item.Asked },
                    cancellation);
            case ItemKind.Secret:
                return apis.Secrets.PutSecretValueAsync(new PutSecretValueRequest { SecretId = item.Name, SecretString = item.Asked },
                    cancellation);
            case ItemKind.Table when item.Acknowledged is null:
                return apis.Glue.CreateTableAsync(Create(item.Name, item.Asked!), cancellation);
            case ItemKind.Table:
                var update = new UpdateTableRequest { DatabaseName = Database, TableInput = Create(item.Name, item.Asked!).TableInput };
                return apis.Glue.UpdateTableAsync(update, cancellation);
            case ItemKind.Partition when item.Acknowledged is null:
                var create = new CreatePartitionRequest { DatabaseName = Database, TableName = BaseTable,
                    PartitionInput = PartitionOf(item) };
                return apis.Glue.CreatePartitionAsync(create, cancellation);
            case ItemKind.Partition:
                var change = new UpdatePartitionRequest
                {
                    DatabaseName = Database,
                    TableName = BaseTable,
                    PartitionValueList = [item.Name],
                    PartitionInput = PartitionOf(item),
                };
                return apis.Glue.UpdatePartitionAsync(change, cancellation);
            case ItemKind.Grant when item.Asked is null:
                var revoke = new RevokePermissionsRequest { Principal = PrincipalOf(item), Resource = BaseResource(),
                    Permissions = ["SELECT"] };
                return apis.LakeFormation.RevokePermissionsAsync(revoke, cancellation);
            default:
                var grant = new GrantPermissionsRequest { Principal = PrincipalOf(item), Resource = BaseResource(),
                    Permissions = ["SELECT"] };
                return apis.LakeFormation.GrantPermissionsAsync(grant, cancellation);
        }
    }

    private static async Task UploadAsync(LakeApis apis, string key, string content, CancellationToken cancellation)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key };
        var upload = (await apis.S3.InitiateMultipartUploadAsync(begin, cancellation)).UploadId;
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var part = new UploadPartRequest { BucketName = Bucket, Key = key, UploadId = upload, PartNumber = 1, InputStream = bytes };
        var sent = await apis.S3.UploadPartAsync(part, cancellation);
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = key, UploadId = upload,
            PartETags = [new PartETag(1, sent.ETag)] };
        await apis.S3.CompleteMultipartUploadAsync(complete, cancellation);
    }

    private static async Task<string?> ReadObjectAsync(LakeApis apis, string key, CancellationToken cancellation)
    {
        try
        {
            using var answer = await apis.S3.GetObjectAsync(Bucket, key, cancellation);
            using var reader = new StreamReader(answer.ResponseStream);
            var content = await reader.ReadToEndAsync(cancellation);
            var value = content[..content.IndexOf(' ', StringComparison.Ordinal)];
            Assert.Equal(Content(value), content);
            return value;
        }
        catch (Amazon.S3.AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>A text that tells its value at the beginning, and is as long as the value says: what is half written is seen.</summary>
    private static string Content(string value) =>
        value + ' ' + string.Concat(Enumerable.Repeat(value
            + '.', int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) % 997 * 10));

    private static CreateTableRequest Create(string name, string description) => new()
    {
        DatabaseName = Database,
        TableInput = new TableInput
        {
            Name = name,
            Description = description,
            PartitionKeys = [new Column { Name = "part", Type = "string" }],
            StorageDescriptor = new Amazon.Glue.Model.StorageDescriptor { Columns = [new Column { Name = "id", Type = "int" }] },
        },
    };

    private static PartitionInput PartitionOf(LedgerItem item) =>
        new() { Values = [item.Name], StorageDescriptor = new Amazon.Glue.Model.StorageDescriptor { Location = item.Asked } };

    private static DataLakePrincipal PrincipalOf(LedgerItem item) =>
        new() { DataLakePrincipalIdentifier = $"arn:aws:iam::{TestLake.Account}:role/{item.Name}" };

    private static Resource BaseResource() => new() { Table = new TableResource { DatabaseName = Database, Name = BaseTable } };

    private static async Task<string?> OrNullAsync<TMissing>(Func<Task<string>> read)
        where TMissing : Exception
    {
        try
        {
            return await read();
        }
        catch (TMissing)
        {
            return null;
        }
    }
}
