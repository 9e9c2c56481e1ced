using LakeTools.Local.Glue;

namespace LakeTools.Tests.Local.Glue;

/// <summary>DeleteSchemaVersions takes a number or a range that a lake can look through.</summary>
public sealed class SchemaVersionTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly ApiDriver _glue;

    public SchemaVersionTests()
    {
        _glue = new ApiDriver(_lake, new GlueApi());
        _glue.Call("CreateSchema", new
        {
            SchemaName = "s",
            DataFormat = "AVRO",
            Compatibility = "NONE",
            SchemaDefinition = """{"type":"string"}""",
        });
        Register("int");
        Register("long");
    }

    [Theory]
    [InlineData("2-27")]
    [InlineData("2-300000")]
    [InlineData("2-999999999999")]
    [InlineData("99999999999999999999")]
    [InlineData("2-99999999999999999999")]
    [InlineData("9223372036854775807-9223372036854775807999")]
    public void A_range_is_bounded(string versions)
    {
        Assert.Equal("InvalidInputException", _glue.Refused("DeleteSchemaVersions", new { SchemaId, Versions = versions }));
        Assert.Equal(3, Versions());
    }

    [Theory]
    [InlineData("2-26", 23)]
    [InlineData("9223372036854775800-9223372036854775807", 8)]
    public void What_is_not_there_is_an_error_of_each_version(string versions, int missing)
    {
        var errors = _glue.Call("DeleteSchemaVersions", new { SchemaId, Versions = versions })["SchemaVersionErrors"]!.AsArray();
        Assert.Equal(missing, errors.Count);
    }

    public void Dispose() => _lake.Dispose();

    private static object SchemaId { get; } = new { SchemaName = "s", RegistryName = "default-registry" };

    private void Register(string type) =>
        _glue.Call("RegisterSchemaVersion", new { SchemaId, SchemaDefinition = $$"""{"type":"{{type}}"}""" });

    private int Versions() => _glue.Call("ListSchemaVersions", new { SchemaId })["Schemas"]!.AsArray().Count;
}
