using LakeTools.Local.Glue;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.S3.Storage;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Where Iceberg metadata lies. Source: developer guide, register-cross-account: the bucket's policy names the role of the
/// registration.</summary>
public sealed class IcebergPlaceTests : IDisposable
{
    private const string Location = "arn:aws:s3:::ice/t";
    private const string Role = $"arn:aws:iam::{TestLake.Account}:role/Location";

    private readonly TestLake _lake = new();
    private readonly GlueApi _api = new();

    public void Dispose()
    {
        _api.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public void A_location_in_another_account_needs_the_policy_of_its_bucket_to_write_and_to_read()
    {
        var store = _lake.Lake.Instance.Store;
        store.Write(session =>
        {
            Buckets.Create(session, "ice", "eu-central-1", "222222222222", DateTimeOffset.UtcNow);
            Locations.Save(session, new LakeLocationRecord(Location, Role, false, false, false, null, 0));
        });
        var glue = new ApiDriver(_lake, _api);
        new ApiDriver(_lake, new LakeFormationApi()).Call("GrantPermissions", new
        {
            Principal = new { DataLakePrincipalIdentifier = _lake.Lake.AdministratorArn },
            Resource = new { DataLocation = new { ResourceArn = Location } },
            Permissions = new[] { "DATA_LOCATION_ACCESS" },
        });
        glue.Call("CreateDatabase", new { DatabaseInput = new { Name = "d" } });
        var storage = new { Location = "s3://ice/t/", Columns = new[] { new { Name = "id", Type = "int" } } };
        var table = new
        {
            DatabaseName = "d",
            TableInput = new { Name = "t", TableType = "EXTERNAL_TABLE", StorageDescriptor = storage },
            OpenTableFormatInput = new { IcebergInput = new { MetadataOperation = "CREATE" } },
        };
        Assert.Equal("AccessDeniedException", glue.Refused("CreateTable", table));

        store.Write(session => S3Settings.Put(session, "ice", "policy", $$"""
            {"Statement":[{"Effect":"Allow","Principal":{"AWS":["{{Role}}"]},"Action":"s3:*","Resource":"*"}]}
            """));
        glue.Call("CreateTable", table);
        var change = new
        {
            DatabaseName = "d",
            Name = "t",
            UpdateOpenTableFormatInput = new
            {
                UpdateIcebergInput = new { UpdateIcebergTableInput = new { Updates = Array.Empty<object>() } },
            },
        };
        glue.Call("UpdateTable", change);
        store.Write(session => S3Settings.Delete(session, "ice", "policy"));
        Assert.Equal("InvalidInputException", glue.Refused("UpdateTable", change));
    }
}
