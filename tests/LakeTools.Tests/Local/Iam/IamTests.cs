using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace LakeTools.Tests.Local.Iam;

public sealed class IamTests : IDisposable
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private readonly TestLake _lake = new();
    private readonly AmazonIdentityManagementServiceClient _iam;

    public IamTests() => _iam = new AmazonIdentityManagementServiceClient(_lake.CredentialsOf(),
        _lake.Configure(new AmazonIdentityManagementServiceConfig()));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_kept_as_it_was_made()
    {
        var made = await _iam.CreateRoleAsync(
            new CreateRoleRequest { RoleName = "Jobs", Path = "/lake/", AssumeRolePolicyDocument = Trust,
                Tags = [new Tag { Key = "team", Value = "data" }] }, Ct);
        var role = (await _iam.GetRoleAsync(new GetRoleRequest { RoleName = "jobs" }, Ct)).Role;
        Assert.Equal(made.Role.Arn, role.Arn);
        Assert.Equal($"arn:aws:iam::{TestLake.Account}:role/lake/Jobs", role.Arn);
        Assert.Equal(Trust, Uri.UnescapeDataString(role.AssumeRolePolicyDocument));
        Assert.Equal("data", Assert.Single(role.Tags).Value);
        Assert.Equal(3600, role.MaxSessionDuration);
    }

    [Fact]
    public async Task A_role_with_policies_is_deleted_only_without_them()
    {
        await _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Jobs", AssumeRolePolicyDocument = Trust }, Ct);
        await _iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "Jobs", PolicyName = "read", PolicyDocument = Policy }, Ct);
        await _iam.AttachRolePolicyAsync(
            new AttachRolePolicyRequest { RoleName = "Jobs", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }, Ct);
        await Assert.ThrowsAsync<DeleteConflictException>(() => _iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "Jobs" }, Ct));
        await _iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "Jobs", PolicyName = "read" }, Ct);
        await Assert.ThrowsAsync<DeleteConflictException>(() => _iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "Jobs" }, Ct));
        await _iam.DetachRolePolicyAsync(
            new DetachRolePolicyRequest { RoleName = "Jobs", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }, Ct);
        await _iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "Jobs" }, Ct);
        await Assert.ThrowsAsync<NoSuchEntityException>(() => _iam.GetRoleAsync(new GetRoleRequest { RoleName = "Jobs" }, Ct));
    }

    [Fact]
    public async Task Bad_requests_have_their_exceptions()
    {
        await _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Jobs", AssumeRolePolicyDocument = Trust }, Ct);
        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() =>
            _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "JOBS", AssumeRolePolicyDocument = Trust }, Ct));
        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(() =>
            _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Other", AssumeRolePolicyDocument = "[]" }, Ct));
        await Assert.ThrowsAsync<NoSuchEntityException>(() =>
            _iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "None", PolicyName = "p", PolicyDocument = Policy }, Ct));
        await Assert.ThrowsAsync<NoSuchEntityException>(() =>
            _iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "Jobs", PolicyName = "none" }, Ct));
    }

    public void Dispose()
    {
        _iam.Dispose();
        _lake.Dispose();
    }
}
