using Amazon.Glue.Model;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using Xunit;

namespace LakeTools.Tests.Data;

public class AdditionalLocationTests
{
    [Fact]
    public async Task Rows_of_further_locations_are_rows_of_the_table()
    {
        using var lake = await ExportLake.MakeAsync();
        var connection = lake.Connect();
        await lake.PutAsync("one/a.csv", "1\n");
        await lake.PutAsync("two/a.csv", "2\n");
        await lake.PutAsync("three/a.csv", "3\n");
        await connection.Clients.Glue.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = "d",
                TableInput = new TableInput
                {
                    Name = "further",
                    StorageDescriptor = new StorageDescriptor
                    {
                        Columns = [new Column { Name = "v", Type = "string" }],
                        Location = $"s3://{ExportLake.Bucket}/one",
                        AdditionalLocations = [$"s3://{ExportLake.Bucket}/two", $"s3://{ExportLake.Bucket}/three/"],
                        SerdeInfo = new SerDeInfo { SerializationLibrary = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" },
                    },
                },
            },
            TestContext.Current.CancellationToken);
        var table = new TableAddress("d", "further");
        Assert.Equal("1 2 3", await lake.ReadAsync(table, connection));
        await lake.WriteAsync(connection, table, ExportMode.Append, "4");
        Assert.Equal("1 2 3 4", await lake.ReadAsync(table, connection));
        var error = await Assert.ThrowsAsync<LakeException>(() => lake.WriteAsync(connection, table, ExportMode.Overwrite, "5"));
        Assert.Equal("AdditionalLocationsStay", error.Id);
        Assert.Equal("1 2 3 4", await lake.ReadAsync(table, connection));
    }
}
