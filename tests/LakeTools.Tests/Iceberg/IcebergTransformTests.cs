using LakeTools.Rules.Errors;
using LakeTools.Rules.Iceberg;

namespace LakeTools.Tests.Iceberg;

/// <summary>
/// Partitions as people write them. What each is in a spec: Iceberg's specification, 'Partition Transforms'; names: those of the partitions
/// that Spark and AWS make (Iceberg's PartitionSpec.Builder; github.com/ksco92/arceus).
/// </summary>
public sealed class IcebergTransformTests
{
    private static readonly IcebergSchema s_schema = IcebergSchema.Of(
    [
        new(0, "id", IcebergType.Primitive("long")),
        new(0, "ts", IcebergType.Primitive("timestamp")),
        new(0, "d", IcebergType.Primitive("date")),
        new(0, "name", IcebergType.Primitive("string")),
        new(0, "price", IcebergType.Primitive("decimal(10, 2)")),
        new(0, "ratio", IcebergType.Primitive("double")),
        new(0, "many", IcebergHive.Read("many", "array<int>")),
    ]);

    [Theory]
    [InlineData("name", "identity", "name", "name")]
    [InlineData(" NAME ", "identity", "name", "name")]
    [InlineData("identity(name)", "identity", "name", "name")]
    [InlineData("day(ts)", "day", "ts_day", "day(ts)")]
    [InlineData("days( TS )", "day", "ts_day", "day(ts)")]
    [InlineData("year(d)", "year", "d_year", "year(d)")]
    [InlineData("months(d)", "month", "d_month", "month(d)")]
    [InlineData("hour(ts)", "hour", "ts_hour", "hour(ts)")]
    [InlineData("bucket(16, id)", "bucket[16]", "id_bucket", "bucket(16, id)")]
    [InlineData("Bucket(16,id)", "bucket[16]", "id_bucket", "bucket(16, id)")]
    [InlineData("truncate(10, name)", "truncate[10]", "name_trunc", "truncate(10, name)")]
    [InlineData("truncate(50, price)", "truncate[50]", "price_trunc", "truncate(50, price)")]
    public void A_transform_is_what_the_specification_calls_it(string text, string transform, string name, string normal)
    {
        var field = Assert.Single(IcebergTransform.Fields([text], s_schema, [], IcebergPartition.LastIdOfNone));
        Assert.Equal((transform, name, 1000), (field.Transform, field.Name, field.FieldId));
        Assert.Equal(normal, IcebergTransform.Of(field, s_schema)!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("other")]
    [InlineData("day(other)")]
    [InlineData("week(ts)")]
    [InlineData("day(name)")]
    [InlineData("hour(d)")]
    [InlineData("bucket(ts)")]
    [InlineData("bucket(0, id)")]
    [InlineData("bucket(-1, id)")]
    [InlineData("bucket(99999999999, id)")]
    [InlineData("bucket(16, ratio)")]
    [InlineData("truncate(3, d)")]
    [InlineData("day(3, ts)")]
    [InlineData("day(ts")]
    [InlineData("day(ts))")]
    [InlineData("many")]
    [InlineData("name", "name")]
    [InlineData("day(ts)", "hour(ts)")]
    [InlineData("bucket(4, id)", "bucket(8, id)")]
    public void What_is_none_is_refused(params string[] texts)
    {
        var error = Assert.Throws<LakeException>(() => IcebergTransform.Fields(texts, s_schema, [], IcebergPartition.LastIdOfNone));
        Assert.Equal("IcebergTransformInvalid", error.Id);
    }

    [Fact]
    public void A_partition_that_was_there_keeps_its_id()
    {
        var first = IcebergTransform.Fields(["day(ts)", "name"], s_schema, [], IcebergPartition.LastIdOfNone);
        var second = IcebergTransform.Fields(["name", "bucket(4, id)"], s_schema, first, 1001);
        Assert.Equal([1001, 1002], second.Select(field => field.FieldId));
    }
}
