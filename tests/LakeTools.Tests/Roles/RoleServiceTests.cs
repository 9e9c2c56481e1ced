using System.Net;
using Amazon.IdentityManagement.Model;
using LakeTools.Core.Roles;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Roles;

/// <summary>What is left of a role when a step of its making fails.</summary>
public sealed class RoleServiceTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("PutRolePolicy")]
    [InlineData("AttachRolePolicy")]
    public async Task A_half_made_role_is_removed(string step)
    {
        var connection = _lake.Connect(inner => new FailingStep(inner, step, HttpStatusCode.NotFound,
            "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>"));
        await Assert.ThrowsAnyAsync<Exception>(() => new RoleService(connection).CreateAsync(Loader(), null, Token));
        await Assert.ThrowsAsync<LakeException>(() => new RoleService(_lake.Connection).GetAsync("Loader", Token));
    }

    [Fact]
    public async Task A_role_whose_making_is_stopped_is_removed()
    {
        using var stop = new CancellationTokenSource();
        var connection = _lake.Connect(inner => new FailingStep(inner, "AttachRolePolicy", stop.Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RoleService(connection).CreateAsync(Loader(), null, stop.Token));
        await Assert.ThrowsAsync<LakeException>(() => new RoleService(_lake.Connection).GetAsync("Loader", Token));
    }

    [Fact]
    public async Task A_policy_that_is_not_there_is_named()
    {
        var connection = _lake.Connect(inner => new FailingStep(inner, "AttachRolePolicy", HttpStatusCode.NotFound,
            "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>"));
        var role = Loader() with { ManagedPolicyArns = ["arn:aws:iam::aws:policy/NoSuch"] };
        var error = await Assert.ThrowsAsync<LakeException>(() => new RoleService(connection).CreateAsync(role, null, Token));
        Assert.Equal("PolicyNotFound", error.Id);
        Assert.Equal("arn:aws:iam::aws:policy/NoSuch", error.Target);
    }

    [Fact]
    public async Task A_role_in_an_instance_profile_keeps_its_policies()
    {
        await new RoleService(_lake.Connection).CreateAsync(Loader(), null, Token);
        var connection = _lake.Connect(inner => new FailingStep(inner, "ListInstanceProfilesForRole", HttpStatusCode.OK, InProfile));
        var error = await Assert.ThrowsAsync<LakeException>(() => new RoleService(connection).RemoveAsync("Loader", Token));
        Assert.Equal("RoleInUse", error.Id);
        var kept = await new RoleService(_lake.Connection).GetAsync("Loader", Token);
        Assert.NotEmpty(kept.ManagedPolicyArn);
        Assert.NotEmpty(kept.InlinePolicyName);
    }

    [Fact]
    public async Task A_role_that_stays_without_its_policies_is_an_error_of_its_own()
    {
        await new RoleService(_lake.Connection).CreateAsync(Loader(), null, Token);
        var connection = _lake.Connect(inner => new FailingStep(
            new FailingStep(inner, "ListInstanceProfilesForRole", HttpStatusCode.Forbidden, Error("AccessDenied")),
            "DeleteRole", HttpStatusCode.Conflict, Error("DeleteConflict")));
        var error = await Assert.ThrowsAsync<LakeException>(() => new RoleService(connection).RemoveAsync("Loader", Token));
        Assert.Equal("RoleNotRemoved", error.Id);
        Assert.Equal("Loader", error.Target);
        Assert.Empty((await new RoleService(_lake.Connection).GetAsync("Loader", Token)).InlinePolicyName);
    }

    [Fact]
    public async Task A_role_that_was_there_before_a_failed_attempt_is_not_taken_over()
    {
        await new RoleService(_lake.Connection).CreateAsync(Loader(), null, Token);
        var connection = _lake.Connect(inner => new FailingStep(new UncertainCreation(inner, isMade: false, TimeSpan.FromMinutes(1)),
            "AttachRolePolicy", HttpStatusCode.Conflict, Error("LimitExceeded")));
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            new RoleService(connection).CreateAsync(Loader() with { Paths = ["s3://other-bucket/"] }, null, Token));
        Assert.Equal("RoleExists", error.Id);
        Assert.Equal(["s3://sales-lake/raw/"], (await new RoleService(_lake.Connection).GetAsync("Loader", Token)).Path);
    }

    [Fact]
    public async Task A_role_whose_response_was_lost_is_completed()
    {
        var connection = _lake.Connect(inner => new UncertainCreation(inner, isMade: true, TimeSpan.Zero));
        var role = await new RoleService(connection).CreateAsync(Loader(), null, Token);
        Assert.Equal(["s3://sales-lake/raw/"], role.Path);
    }

    [Fact]
    public async Task A_role_whose_response_was_lost_stays_if_a_step_fails()
    {
        var connection = _lake.Connect(inner => new FailingStep(new UncertainCreation(inner, isMade: true, TimeSpan.Zero),
            "AttachRolePolicy", HttpStatusCode.Conflict, Error("LimitExceeded")));
        var error = await Assert.ThrowsAsync<LakeException>(() => new RoleService(connection).CreateAsync(Loader(), null, Token));
        Assert.Equal("RoleLeftBehind", error.Id);
        Assert.Equal("Loader", error.Target);
        Assert.Equal("Loader", (await new RoleService(_lake.Connection).GetAsync("Loader", Token)).Name);
    }

    [Fact]
    public async Task A_definition_does_not_take_over_a_role_that_was_there_before_a_failed_attempt()
    {
        await new RoleService(_lake.Connection).CreateAsync(Loader(), null, Token);
        var connection = _lake.Connect(inner => new UncertainCreation(inner, isMade: false, TimeSpan.FromMinutes(1)));
        var role = new RoleProperties { Trust = RoleEditor.Trusts["Glue"], Policies = new Dictionary<string, string?> { ["Own"] = "{}" } };
        var error = await Assert.ThrowsAsync<LakeException>(() => new RoleEditor(connection).CreateAsync("Loader", role, Token));
        Assert.Equal("RoleExists", error.Id);
        Assert.Equal([RoleService.InlinePolicy], (await new RoleService(_lake.Connection).GetAsync("Loader", Token)).InlinePolicyName);
    }

    [Theory]
    [InlineData("Loader")]
    [InlineData("Load*")]
    public async Task A_permissions_boundary_is_named_however_the_role_is_found(string name)
    {
        await _lake.Connection.Clients.Iam.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = "Loader",
                AssumeRolePolicyDocument = """{"Statement":{"Effect":"Allow","Principal":{"Service":"a"},"Action":"sts:AssumeRole"}}""",
                PermissionsBoundary = "arn:aws:iam::000000000000:policy/limit",
            },
            Token);
        var role = Assert.Single(await new RoleService(_lake.Connection).FindAsync(name, Token).ToListAsync(Token));
        Assert.Contains("permissions boundary", RoleService.NotShown(role));
    }

    private const string InProfile = """
        <ListInstanceProfilesForRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListInstanceProfilesForRoleResult>
        <InstanceProfiles><member><InstanceProfileName>web</InstanceProfileName></member></InstanceProfiles>
        <IsTruncated>false</IsTruncated></ListInstanceProfilesForRoleResult></ListInstanceProfilesForRoleResponse>
        """;

    private static string Error(string code) =>
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>";

    private static NewRole Loader() => new() { Name = "Loader", Paths = ["s3://sales-lake/raw/"] };

    /// <summary>Answers one IAM operation itself: with an error, or after it did something else.</summary>
    private sealed class FailingStep : DelegatingHandler
    {
        private readonly string _operation;
        private readonly Func<HttpResponseMessage?> _answer;

        public FailingStep(HttpMessageHandler inner, string operation, HttpStatusCode status, string body)
            : base(inner)
        {
            _operation = operation;
            _answer = () => new HttpResponseMessage(status) { Content = new StringContent(body) };
        }

        public FailingStep(HttpMessageHandler inner, string operation, Action instead)
            : base(inner)
        {
            _operation = operation;
            _answer = () =>
            {
                instead();
                return null;
            };
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
            if (body.Contains($"Action={_operation}&", StringComparison.Ordinal) && _answer() is { } answer) return answer;
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>
    /// The first CreateRole fails, after IAM created the role or without it; all answers have the time of IAM's clock (RFC 9110, Date).
    /// </summary>
    private sealed class UncertainCreation(HttpMessageHandler inner, bool isMade, TimeSpan ahead) : DelegatingHandler(inner)
    {
        private bool _hasFailed;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
            if (!_hasFailed && body.Contains("Action=CreateRole&", StringComparison.Ordinal))
            {
                _hasFailed = true;
                if (isMade) (await base.SendAsync(request, cancellationToken)).Dispose();
                return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent(Error("ServiceFailure")) };
            }

            var answer = await base.SendAsync(request, cancellationToken);
            answer.Headers.Date = DateTimeOffset.UtcNow + ahead;
            return answer;
        }
    }
}
