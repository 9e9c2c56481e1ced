using LakeTools.Rules.Iceberg;

namespace LakeTools.Tests.Iceberg;

/// <summary>Changes of a schema: Iceberg's specification, 'Schema Evolution', where a rule is not named.</summary>
public sealed class IcebergEvolutionTests
{
    [Theory]
    [InlineData("int", "bigint", true)]
    [InlineData("float", "double", true)]
    [InlineData("decimal(10,2)", "decimal(12,2)", true)]
    [InlineData("bigint", "int", false)]
    [InlineData("double", "float", false)]
    [InlineData("int", "double", false)]
    [InlineData("int", "string", false)]
    [InlineData("date", "timestamp", false)]
    [InlineData("decimal(10,2)", "decimal(9,2)", false)]
    [InlineData("decimal(10,2)", "decimal(12,3)", false)]
    [InlineData("array<int>", "array<bigint>", true)]
    [InlineData("array<int>", "int", false)]
    [InlineData("map<string,int>", "map<string,bigint>", true)]
    [InlineData("map<int,int>", "map<string,int>", false)]
    [InlineData("struct<a:int>", "struct<a:bigint,b:string>", true)]
    [InlineData("struct<a:int,b:string>", "struct<b:string>", true)]
    [InlineData("struct<a:int>", "struct<a:string>", false)]
    public void Types_widen_and_never_narrow(string from, string to, bool isAllowed)
    {
        var schema = Schema(("c", from));
        var last = schema.All.Max(field => field.Id);
        var next = IcebergEvolution.Merge(schema, [("c", to, null)], last, 1);
        Assert.Equal(isAllowed, IcebergEvolution.Refusal(schema, next, last, []) is null);
        Assert.Equal(to, IcebergHive.Write(next.Fields[0].Type));
        Assert.Equal(1, next.Fields[0].Id);
    }

    [Fact]
    public void Ids_stay_with_names_and_new_ones_are_new()
    {
        var schema = Schema(("a", "int"), ("s", "struct<x:int,y:array<string>>"), ("b", "string"));
        Assert.Equal([1, 2, 4, 5, 6, 3], schema.All.Select(field => field.Id));
        var next = IcebergEvolution.Merge(
            schema, [("B", "string", "note"), ("s", "struct<y:array<string>,z:map<string,int>>", null), ("n", "array<int>", null)], 6, 1);
        Assert.Equal([3, 2, 7], next.Fields.Select(field => field.Id));
        Assert.Equal("note", next.Fields[0].Doc);
        // y keeps 5 and its element 6; z is new, and its parts; n's element too.
        Assert.Equal([5, 8], next.Fields[1].Type.Fields.Select(field => field.Id));
        Assert.Equal(6, next.Fields[1].Type.Fields[0].Type.Fields[0].Id);
        Assert.Equal([9, 10], next.Fields[1].Type.Fields[1].Type.Fields.Select(field => field.Id));
        Assert.Equal(11, next.Fields[2].Type.Fields[0].Id);
    }

    [Fact]
    public void A_type_that_Hive_has_no_word_for_stays()
    {
        var schema = IcebergSchema.Of(
            [new(0, "u", IcebergType.Primitive("uuid"), IsRequired: true), new(0, "z", IcebergType.Primitive("timestamptz"))]);
        var next = IcebergEvolution.Merge(schema, [("u", "string", null), ("z", "timestamp", null), ("n", "int", null)], 2, 1);
        Assert.Equal(["uuid", "timestamptz", "int"], next.Fields.Select(field => field.Type.Name));
        Assert.True(next.Fields[0].IsRequired);
    }

    [Theory]
    [InlineData("decimal(38, 38)", true)]
    [InlineData("decimal(39, 0)", false)]
    [InlineData("decimal(5, 6)", false)]
    [InlineData("decimal", false)]
    [InlineData("decimal(5, 2", false)]
    [InlineData("fixed[16]", true)]
    [InlineData("fixed[0]", false)]
    [InlineData("long", true)]
    [InlineData("long(3)", false)]
    [InlineData("bigint", false)]
    [InlineData("variant", false)]
    public void Primitives_are_those_of_format_version_2(string name, bool isOne) => Assert.Equal(isOne, IcebergJson.IsPrimitive(name));

    private static IcebergSchema Schema(params (string Name, string Type)[] columns) =>
        IcebergSchema.Of(columns.Select(column => new IcebergField(0, column.Name, IcebergHive.Read(column.Name, column.Type))));
}
