using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace LakeTools.Tests.Local.Iam;

/// <summary>
/// What SimulatePrincipalPolicy answers. Source of what is expected: IAM user guide, policy evaluation logic, condition operators and the
/// reference of SimulatePrincipalPolicy.
/// </summary>
public sealed class PolicySimulationTests : IAsyncLifetime
{
    private const string Trust =
        """{"Statement":{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    private const string Arn = $"arn:aws:iam::{TestLake.Account}:role/Simulated";
    private const string Table = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/sales/orders";

    private readonly TestLake _lake = new();
    private readonly AmazonIdentityManagementServiceClient _iam;

    public PolicySimulationTests() => _iam = new AmazonIdentityManagementServiceClient(
        _lake.CredentialsOf(), _lake.Configure(new AmazonIdentityManagementServiceConfig()));

    /// <summary>Statements, the context of the request, the decision, and the keys that are missing.</summary>
    public static TheoryData<string, string, string, string> Decisions => new()
    {
        { """{"Effect":"Allow","Action":"glue:GetTable","Resource":"*"}""", "", "allowed", "" },
        { """{"Effect":"Allow","Action":"GLUE:get*","Resource":"*"}""", "", "allowed", "" },
        { """{"Effect":"Allow","Action":"glue:GetTables","Resource":"*"}""", "", "implicitDeny", "" },
        { """{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}""", "", "allowed", "" },
        { """{"Effect":"Allow","Action":"*","Resource":"arn:aws:glue:*:*:table/sales/*"}""", "", "allowed", "" },
        { """{"Effect":"Allow","Action":"*","Resource":"arn:aws:glue:*:*:table/Sales/*"}""", "", "implicitDeny", "" },
        { """{"Effect":"Allow","Action":"*","NotResource":"arn:aws:glue:*:*:table/sales/*"}""", "", "implicitDeny", "" },
        {
            """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"glue:*","Resource":"*"}""", "", "explicitDeny", ""
        },
        { Conditioned("StringEquals", "aws:RequestTag/a", "b"), "aws:requesttag/a=b", "allowed", "" },
        { Conditioned("StringEquals", "aws:RequestTag/a", "b"), "aws:requesttag/a=B", "implicitDeny", "" },
        { Conditioned("StringEqualsIgnoreCase", "aws:RequestTag/a", "b"), "aws:RequestTag/a=B", "allowed", "" },
        { Conditioned("StringEquals", "aws:RequestTag/a", "b"), "", "implicitDeny", "aws:RequestTag/a" },
        { Conditioned("StringEqualsIfExists", "aws:RequestTag/a", "b"), "", "allowed", "aws:RequestTag/a" },
        { Conditioned("StringNotEquals", "aws:RequestTag/a", "b"), "", "allowed", "aws:RequestTag/a" },
        { Conditioned("StringNotEquals", "aws:RequestTag/a", "b"), "aws:RequestTag/a=b", "implicitDeny", "" },
        { Conditioned("StringLike", "aws:RequestTag/a", "b*"), "aws:RequestTag/a=bc", "allowed", "" },
        { Conditioned("StringNotLike", "aws:RequestTag/a", "b*"), "aws:RequestTag/a=bc", "implicitDeny", "" },
        { Conditioned("ArnLike", "aws:SourceArn", "arn:aws:s3:::b*"), "aws:SourceArn=arn:aws:s3:::bucket", "allowed", "" },
        { Conditioned("ArnLike", "aws:SourceArn", "arn:*:b"), "aws:SourceArn=arn:aws:s3:::b", "implicitDeny", "" },
        { Conditioned("Bool", "aws:SecureTransport", "true"), "aws:SecureTransport=true", "allowed", "" },
        { Conditioned("Bool", "aws:SecureTransport", "true"), "aws:SecureTransport=false", "implicitDeny", "" },
        { Conditioned("Null", "aws:RequestTag/a", "true"), "", "allowed", "aws:RequestTag/a" },
        { Conditioned("Null", "aws:RequestTag/a", "true"), "aws:RequestTag/a=b", "implicitDeny", "" },
        // Keys are those of the policies, whatever their statements are about (boto3, issue 3111).
        {
            """{"Effect":"Allow","Action":"glue:*","Resource":"*"},""" + Conditioned("StringLike", "s3:prefix", "b"), "", "allowed",
            "s3:prefix"
        },
        {
            """{"Effect":"Deny","Action":"glue:*","Resource":"*"},""" + Conditioned("StringLike", "s3:prefix", "b"), "", "explicitDeny",
            "s3:prefix"
        },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Simulated", AssumeRolePolicyDocument = Trust }, Ct);

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task A_policy_decides_as_the_user_guide_says(string statements, string context, string decision, string missing)
    {
        await PutAsync(statements);
        var result = Assert.Single(await AskAsync(context));
        Assert.Equal(decision, result.EvalDecision.Value);
        Assert.Equal(Table, result.EvalResourceName);
        Assert.Empty(result.MissingContextValues ?? []);
        var part = Assert.Single(result.ResourceSpecificResults);
        Assert.Equal(decision, part.EvalResourceDecision.Value);
        Assert.Equal(missing, string.Join(',', part.MissingContextValues ?? []));
    }

    /// <summary>The reference: the list of the whole is used if there are no ARNs, or a <c>*</c>.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_ARNs_the_missing_keys_are_those_of_the_whole(bool isStar)
    {
        await PutAsync(Conditioned("StringEquals", "aws:RequestTag/a", "b"));
        var request = Request("");
        request.ResourceArns = isStar ? ["*"] : null;
        var result = Assert.Single((await _iam.SimulatePrincipalPolicyAsync(request, Ct)).EvaluationResults);
        Assert.Equal(["aws:RequestTag/a"], result.MissingContextValues);
        Assert.Empty(result.ResourceSpecificResults ?? []);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"glue:*","Resource":"arn:aws:glue:*:*:table/${aws:username}/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}}""")]
    public async Task What_is_beyond_it_is_refused_and_not_guessed(string statement)
    {
        await PutAsync(statement);
        await Assert.ThrowsAsync<PolicyEvaluationException>(() => AskAsync(""));
    }

    [Fact]
    public async Task A_managed_policy_leaves_open_what_no_other_denies()
    {
        await PutAsync("""{"Effect":"Allow","Action":"*","Resource":"*"}""");
        await _iam.AttachRolePolicyAsync(new AttachRolePolicyRequest
        {
            RoleName = "Simulated", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess",
        }, Ct);
        await Assert.ThrowsAsync<PolicyEvaluationException>(() => AskAsync(""));
        await PutAsync("""{"Effect":"Deny","Action":"*","Resource":"*"}""");
        Assert.Equal("explicitDeny", Assert.Single(await AskAsync("")).EvalDecision.Value);
    }

    [Fact]
    public async Task A_boundary_limits_what_is_allowed()
    {
        await PutAsync("""{"Effect":"Allow","Action":"*","Resource":"*"}""");
        var request = Request("");
        request.PermissionsBoundaryPolicyInputList = ["""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"""];
        var result = (await _iam.SimulatePrincipalPolicyAsync(request, Ct)).EvaluationResults[0];
        Assert.Equal("implicitDeny", result.EvalDecision.Value);
        Assert.False(result.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary);
    }

    /// <summary>The guide of the SDK for Python: one result for an action, with the most restrictive decision and a part for each ARN.
    /// </summary>
    [Fact]
    public async Task Each_action_has_a_result_with_a_part_for_each_resource_and_they_come_in_pages()
    {
        await PutAsync("""{"Effect":"Allow","Action":"glue:GetTable","Resource":"arn:aws:glue:*:*:table/sales/*"}""");
        var request = Request("");
        request.ActionNames = ["glue:GetTable", "glue:GetDatabase"];
        request.ResourceArns = [Table, Table.Replace("sales", "else", StringComparison.Ordinal)];
        request.MaxItems = 1;
        var found = new List<string>();
        await foreach (var result in _iam.Paginators.SimulatePrincipalPolicy(request).EvaluationResults.WithCancellation(Ct))
            found.Add($"{result.EvalActionName} {result.EvalDecision}: " + string.Join(' ', result.ResourceSpecificResults
                .Select(part => $"{part.EvalResourceName[(part.EvalResourceName.LastIndexOf(':') + 1)..]} {part.EvalResourceDecision}")));
        Assert.Equal(
            [
                "glue:GetTable implicitDeny: table/sales/orders allowed table/else/orders implicitDeny",
                "glue:GetDatabase implicitDeny: table/sales/orders implicitDeny table/else/orders implicitDeny",
            ],
            found);
    }

    [Fact]
    public async Task Who_is_not_recorded_and_what_is_no_action_is_refused()
    {
        var request = Request("");
        request.PolicySourceArn += "Not";
        await Assert.ThrowsAsync<NoSuchEntityException>(() => _iam.SimulatePrincipalPolicyAsync(request, Ct));
        request = Request("");
        request.ActionNames = ["glue:Get*"];
        await Assert.ThrowsAsync<InvalidInputException>(() => _iam.SimulatePrincipalPolicyAsync(request, Ct));
        request = Request("");
        request.ResourcePolicy = """{"Statement":[]}""";
        await Assert.ThrowsAsync<InvalidInputException>(() => _iam.SimulatePrincipalPolicyAsync(request, Ct));
    }

    public ValueTask DisposeAsync()
    {
        _iam.Dispose();
        _lake.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Conditioned(string comparison, string key, string value) =>
        """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"OPERATOR":{"KEY":"VALUE"}}}"""
            .Replace("OPERATOR", comparison, StringComparison.Ordinal).Replace("KEY", key, StringComparison.Ordinal)
            .Replace("VALUE", value, StringComparison.Ordinal);

    private static SimulatePrincipalPolicyRequest Request(string context) => new()
    {
        PolicySourceArn = Arn,
        ActionNames = ["glue:GetTable"],
        ResourceArns = [Table],
        ContextEntries = context.Length == 0 ? null : [new ContextEntry
        {
            ContextKeyName = context.Split('=')[0],
            ContextKeyType = ContextKeyTypeEnum.String,
            ContextKeyValues = [context.Split('=')[1]],
        }],
    };

    private async Task<List<EvaluationResult>> AskAsync(string context) =>
        (await _iam.SimulatePrincipalPolicyAsync(Request(context), Ct)).EvaluationResults;

    private Task PutAsync(string statements) => _iam.PutRolePolicyAsync(new PutRolePolicyRequest
    {
        RoleName = "Simulated", PolicyName = "p", PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""",
    }, Ct);
}
