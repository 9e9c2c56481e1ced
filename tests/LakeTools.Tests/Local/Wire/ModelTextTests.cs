

using LakeTools.Models;

namespace LakeTools.Tests.Local.Wire;

/// <summary>The notation of src/models, as ModelText describes it.</summary>
public sealed class ModelTextTests
{
    [Fact]
    public void An_operation_has_what_it_takes_answers_and_fails_with()
    {
        var operation = Assert.Single(Read(
            """
            error NoSuchEntity as NoSuchEntityException
              Reason string
            operation ListThings pages Things
              Filter!=expression string(1..255)~word*
             ->
              Things [Thing](..10)
              NextToken string
             ! NoSuchEntityException
             ! OtherException
            """).Operations);

        Assert.Equal("ListThings", operation.Name);
        Assert.True(operation.IsPaged);
        Assert.Equal(["Things"], operation.PageItems);
        Assert.Equal([new MemberText("Filter", "expression", IsRequired: true, "string(1..255)~word*")], operation.Input);
        Assert.Equal(["Things", "NextToken"], operation.Answer.Select(member => member.Name));
        Assert.Equal(["NoSuchEntityException", "OtherException"], operation.Errors);
    }

    [Fact]
    public void An_error_has_a_code_a_class_and_members()
    {
        var errors = Read("error NoSuchEntity as NoSuchEntityException\n  Reason string\nerror LimitExceededException").Errors;

        Assert.Equal([("NoSuchEntity", "NoSuchEntityException", 1), ("LimitExceededException", "LimitExceededException", 0)],
            errors.Select(error => (error.Code, error.Name, error.Members.Count)));
    }

    [Fact]
    public void A_type_has_bounds_a_pattern_and_parts()
    {
        Assert.Equal(new TypeText("string", 1, 255, "word", IsSensitive: true), TypeText.Parse("string(1..255)~word*"));
        Assert.Equal(new TypeText("integer", Minimum: 0), TypeText.Parse("integer(0..)"));
        var columns = new TypeText("", Item: new TypeText("Column"));
        Assert.Equal(
            new TypeText("", Maximum: 10, Key: new TypeText("string", Pattern: "word"), Item: columns),
            TypeText.Parse("{string~word:[Column]}(..10)"));
    }

    [Theory]
    [InlineData("service glue\n  Name string", 2)]
    [InlineData("structure A\n  Name", 2)]
    [InlineData("structure A\nstructure A", 2)]
    [InlineData("operation A paged", 1)]
    [InlineData("error A as", 1)]
    [InlineData("word", 1)]
    [InlineData("endpoint aws", 1)]
    public void A_line_that_is_none_is_named(string text, int line)
    {
        var problem = Assert.Throws<FormatException>(() => Read(text));
        Assert.StartsWith($"Line {line},", problem.Message, StringComparison.Ordinal);
    }

    private static ModelText Read(string text) => ModelText.Read(new StringReader(text));
}
