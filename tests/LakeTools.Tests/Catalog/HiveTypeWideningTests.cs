using LakeTools.Rules.Names;

namespace LakeTools.Tests.Catalog;

/// <summary>Which types hold every value of another one, by the ranges in Hive's language manual.</summary>
public sealed class HiveTypeWideningTests
{
    [Theory]
    [InlineData("int", "int", true)]
    [InlineData("int", "bigint", true)]
    [InlineData("bigint", "int", false)]
    [InlineData("int", "double", true)]
    [InlineData("bigint", "double", false)]
    [InlineData("bigint", "decimal(19,0)", true)]
    [InlineData("bigint", "decimal(19,2)", false)]
    [InlineData("int", "decimal", true)]
    [InlineData("float", "double", true)]
    [InlineData("double", "float", false)]
    [InlineData("decimal(10,2)", "decimal(12,2)", true)]
    [InlineData("decimal(10,2)", "decimal(10,3)", false)]
    [InlineData("decimal(10,2)", "decimal(12,1)", false)]
    [InlineData("varchar(10)", "varchar(20)", true)]
    [InlineData("varchar(20)", "char(10)", false)]
    [InlineData("timestamp", "string", true)]
    [InlineData("string", "timestamp", false)]
    [InlineData("struct<a:int>", "struct<a:bigint>", false)]
    public void It_says_whether_all_values_fit(string from, string to, bool fits) => Assert.Equal(fits, HiveTypeWidening.Holds(from, to));
}
