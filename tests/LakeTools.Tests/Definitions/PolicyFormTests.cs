using LakeTools.Core.Definitions.Facts;
using LakeTools.Rules.Errors;

namespace LakeTools.Tests.Definitions;

/// <summary>Documents that IAM takes for the same are one fact. Source: IAM user guide, 'Grammar of the IAM JSON policy language' and
/// 'Principal' (an account's number stands for its root).</summary>
public sealed class PolicyFormTests
{
    private const string Statement = """{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["a:b","a:c"],"Resource":"*"}""";

    // The same statement in another form.
    private const string Other =
        """{"Resource":["*"],"Action":["a:c","a:b"],"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root"]}}""";

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[_]}""", """{ "Statement": _, "Version": "2012-10-17" }""")]
    [InlineData("""{"Statement":[_]}""", """{"Statement":[#]}""")]
    [InlineData("""{"Statement":[{"NotPrincipal":{"AWS":["arn:aws:iam::111122223333:root","444455556666"]}}]}""",
        """{"Statement":{"NotPrincipal":{"AWS":["arn:aws:iam::444455556666:root","111122223333"]}}}""")]
    [InlineData("""{"Statement":[{"Condition":{"Bool":{"x":true}}}]}""", """{"Statement":{"Condition":{"Bool":{"x":"true"}}}}""")]
    public void These_are_the_same(string one, string other) => Assert.Equal(Canonical(one), Canonical(other));

    [Theory]
    [InlineData("""{"Statement":[_,{"Effect":"Deny"}]}""", """{"Statement":[{"Effect":"Deny"},_]}""")]
    [InlineData("""{"Statement":[{"Action":"a:b"}]}""", """{"Statement":[{"Action":"a:B"}]}""")]
    [InlineData("""{"Statement":[{"Resource":"111122223333"}]}""", """{"Statement":[{"Resource":"arn:aws:iam::111122223333:root"}]}""")]
    [InlineData("""{"Statement":[{"Principal":{"Federated":"111122223333"}}]}""",
        """{"Statement":[{"Principal":{"Federated":"arn:aws:iam::111122223333:root"}}]}""")]
    [InlineData("""{"Statement":[{"Condition":{"ArnLike":{"aws:PrincipalArn":"111122223333"}}}]}""",
        """{"Statement":[{"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:root"}}}]}""")]
    public void These_are_not(string one, string other) => Assert.NotEqual(Canonical(one), Canonical(other));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    public void These_are_none(string text) =>
        Assert.Equal("PolicyDocumentInvalid", Assert.Throws<LakeException>(() => PolicyShapes.Canonical(text)).Id);

    private static string Canonical(string text) => PolicyShapes.Canonical(text.Replace("_", Statement, StringComparison.Ordinal)
        .Replace("#", Other, StringComparison.Ordinal));
}
