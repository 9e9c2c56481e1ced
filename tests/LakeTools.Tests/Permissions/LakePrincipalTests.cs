using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using Xunit;

namespace LakeTools.Tests.Permissions;

public sealed class LakePrincipalTests
{
    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/ann", PrincipalKind.User, "111122223333")]
    [InlineData("arn:aws:iam::111122223333:role/service/jobs", PrincipalKind.Role, "111122223333")]
    [InlineData("arn:aws-cn:iam::111122223333:role/r", PrincipalKind.Role, "111122223333")]
    [InlineData("arn:aws:iam::111122223333:saml-provider/idp:group/people", PrincipalKind.Saml, "111122223333")]
    [InlineData("arn:aws:iam::111122223333:saml-provider/idp:user/ann@example.com", PrincipalKind.Saml, "111122223333")]
    [InlineData("arn:aws:quicksight:us-east-1:111122223333:group/default/people", PrincipalKind.QuickSight, "111122223333")]
    [InlineData("arn:aws:identitystore:::group/4489", PrincipalKind.IdentityCenter, null)]
    [InlineData("arn:aws:organizations::111122223333:organization/o-abc123", PrincipalKind.Organization, "111122223333")]
    [InlineData("arn:aws:organizations::111122223333:ou/o-abc123/ou-ab12-cd34", PrincipalKind.Organization, "111122223333")]
    [InlineData("111122223333", PrincipalKind.Account, "111122223333")]
    [InlineData("111122223333:IAMPrincipals", PrincipalKind.AllIamPrincipals, "111122223333")]
    [InlineData("iam_allowed_principals", PrincipalKind.IamAllowedPrincipals, null)]
    public void Every_form_is_read(string text, PrincipalKind kind, string? account)
    {
        var principal = LakePrincipal.Parse(text, LakeHome.Embedded);
        Assert.Equal((kind, account), (principal.Kind, principal.AccountId));
        Assert.Equal(text, principal.Id, ignoreCase: true);
    }

    [Theory]
    [InlineData("role/analyst", "arn:aws:iam::111122223333:role/analyst")]
    [InlineData("user/team/ann", "arn:aws:iam::111122223333:user/team/ann")]
    public void Short_forms_get_the_account(string text, string expected)
    {
        Assert.True(LakePrincipal.NeedsAccount(text));
        Assert.Equal(expected, LakePrincipal.Parse(text, LakeHome.Embedded with { AccountId = "111122223333" }).Id);
    }

    [Theory]
    [InlineData("analyst")]
    [InlineData("")]
    [InlineData("role/analyst")]
    [InlineData("12345")]
    [InlineData("arn:aws:iam::111122223333:group/people")]
    [InlineData("arn:aws:iam::111122223333:root")]
    [InlineData("arn:aws:iam::AROAEXAMPLE:role/r")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/r/session")]
    [InlineData("arn:aws:iam::111122223333:role/r\n")]
    public void What_is_no_principal_is_refused(string text)
    {
        // A line break at the end is trimmed as any white space: it comes with text read from files.
        if (text.EndsWith('\n')) Assert.Equal(text.TrimEnd(), LakePrincipal.Parse(text, LakeHome.Embedded).Id);
        else Assert.Equal(
            nameof(Fault.InvalidPrincipal), Assert.Throws<LakeException>(() => LakePrincipal.Parse(text, LakeHome.Embedded)).Id);
    }
}
