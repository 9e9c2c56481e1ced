using Amazon;
using Amazon.Athena.Model;
using Amazon.IdentityManagement.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The checks of a principal in IAM.</summary>
/// <param name="connection">The lake.</param>
/// <param name="question">The question.</param>
/// <param name="own">The caller's account, twelve digits.</param>
internal sealed class PrincipalChecks(LakeConnection connection, AccessCheckQuestion question, string own)
{
    private readonly PolicySimulator _simulator = new(connection);

    private string Id => question.Principal.Id;

    private string Name => Id[(Id.LastIndexOf('/') + 1)..];

    private bool IsUser => question.Principal.Kind == PrincipalKind.User;

    // Null for a role or a user of the caller's account, which IAM can evaluate.
    private string? Foreign => question.Principal switch
    {
        { Kind: not (PrincipalKind.Role or PrincipalKind.User) } =>
            $"{Id} is not a role or user of IAM. Check the role or user that the engine uses.",
        { AccountId: var account } when account != own => $"{Id} is of account {account}, "
            + "and IAM returns only principals of its own account: check there.",
        _ => null,
    };

    /// <summary>Whether IAM has the principal.</summary>
    public Task<CheckResult> ExistsAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.Principal;
        if (Foreign is { } foreign) return Task.FromResult(CheckResult.Unknown(check, foreign, CheckSource.Identities));
        return CheckResult.OrUnseenAsync(check, $"{Id} in IAM", IsUser ? "iam:GetUser" : "iam:GetRole", CheckSource.Identities, async () =>
        {
            try
            {
                var arn = IsUser
                    ? (await connection.Clients.Iam.GetUserAsync(new GetUserRequest { UserName = Name }, cancellationToken)
                        .ConfigureAwait(false)).User.Arn
                    : (await connection.Clients.Iam.GetRoleAsync(new GetRoleRequest { RoleName = Name }, cancellationToken)
                        .ConfigureAwait(false)).Role.Arn;
                return arn == Id ? CheckResult.Passed(check, $"IAM has {Id}.", CheckSource.Identities)
                    : CheckResult.Failed(check,
                        $"The ARN of {Name} in IAM is {arn}. Permissions are stored by ARN: check and grant with that ARN.",
                        CheckSource.Identities);
            }
            catch (NoSuchEntityException)
            {
                return CheckResult.Failed(check, $"IAM has no {Id}.", CheckSource.Identities, MakeCommand());
            }
        });
    }

    /// <summary>Whether it may ask Lake Formation for data.</summary>
    public Task<CheckResult> DataAccessAsync(CancellationToken cancellationToken) => AskAsync(
        AccessCheckName.IamDataAccess, [new(["lakeformation:GetDataAccess"], ["*"])], CheckSource.DataAccess, cancellationToken);

    /// <summary>Whether it may read the table in the Data Catalog, and through a resource link also the target (Lake Formation
    /// developer guide, resource link handling in AWS Glue APIs).</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<CheckResult> CatalogAsync(CheckedTable table, CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.IamCatalog;
        var catalog = question.CatalogId ?? connection.CatalogId ?? own;
        List<PolicyQuestion> questions = [.. Reading(connection.Region, catalog, question.Database, question.Table)];
        if (table is { Link.Resource: var target, TargetRegion: { } region, IsGone: false })
            questions.AddRange(Reading(region, target.CatalogId ?? catalog, target.DatabaseName!, target.TableName!));
        var result = await AskAsync(check, questions, CheckSource.Catalog, cancellationToken).ConfigureAwait(false);
        if (result.Status != AccessCheckStatus.Passed) return result;

        // More may be needed: on the target of a link that the caller may not see.
        if (table.Asked is null) return CheckResult.Unseen(check, "the table", "DESCRIBE with glue:GetTable", CheckSource.Links);
        return table is { Link: { } link, TargetRegion: null }
            ? CheckResult.Unseen(check, $"the Region of the target of {link.Link}", "glue:GetDatabase", CheckSource.Links) : result;
    }

    // A database's calls need no permission on its tables (service authorization reference, AWS Glue).
    private static IEnumerable<PolicyQuestion> Reading(string region, string catalog, string database, string table)
    {
        var (inDatabase, name) = (database.ToLowerInvariant(), table.ToLowerInvariant());
        string[] above = [.. GlueArn.Catalogs(region, catalog), GlueArn.Database(region, catalog, inDatabase)];
        yield return new(EngineNeeds.DatabaseActions, above);
        yield return new(EngineNeeds.TableActions, [.. above, GlueArn.Table(region, catalog, inDatabase, name)]);
    }

    /// <summary>Whether it may use the engine.</summary>
    public Task<CheckResult> EngineAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.IamEngine;
        var needs = EngineNeeds.Of(question.Engine);
        return needs.Actions.Count == 0
            ? Task.FromResult(CheckResult.NotNeeded(check, $"{question.Engine} runs as the principal, which calls no further service.",
                needs.Source))
            : AskAsync(check, [new(needs.Actions, [$"arn:{Partition}:athena:{connection.Region}:{own}:workgroup/{question.WorkGroup}"])],
                needs.Source, cancellationToken);
    }

    /// <summary>Whether it may write Athena's results and read them.</summary>
    public Task<CheckResult> ResultAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.IamResult;
        if (question.Engine != AccessEngine.Athena)
            return Task.FromResult(CheckResult.NotNeeded(check, $"{question.Engine} does not write results to S3.",
                EngineNeeds.Of(question.Engine).Source));
        var what = $"the work group {question.WorkGroup}";
        return CheckResult.OrUnseenAsync(check, what, "athena:GetWorkGroup", CheckSource.Athena, async () =>
        {
            try
            {
                var group = (await connection.Clients.Athena.GetWorkGroupAsync(
                    new GetWorkGroupRequest { WorkGroup = question.WorkGroup }, cancellationToken).ConfigureAwait(false)).WorkGroup;
                return await ResultAsync(group?.Configuration, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidRequestException error)
            {
                return CheckResult.Failed(check, $"Athena rejects {what}: {error.Message}", CheckSource.Athena);
            }
        });
    }

    // A work group's own place goes before that of a call where it insists, and is the place of calls that name none.
    private Task<CheckResult> ResultAsync(WorkGroupConfiguration? group, CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.IamResult;
        var (own, isEnforced) = (group?.ResultConfiguration?.OutputLocation, group?.EnforceWorkGroupConfiguration == true);
        var place = isEnforced && !string.IsNullOrEmpty(own) ? own : question.OutputLocation ?? own;
        if (!string.IsNullOrEmpty(place))
            return AskAsync(check, new S3Place(S3Uri.Parse(place), connection.Region).Results, CheckSource.Athena, cancellationToken);
        return Task.FromResult(group?.ManagedQueryResultsConfiguration?.Enabled == true
            ? CheckResult.NotNeeded(check, $"Athena stores the results of the workgroup {question.WorkGroup}.", CheckSource.Athena)
            : CheckResult.Unknown(check,
                $"The work group {question.WorkGroup} has no output location. Each query specifies its own: specify -OutputLocation.",
                CheckSource.Athena));
    }

    /// <summary>Whether it may read the data with its own permissions.</summary>
    /// <param name="place">The location of the data.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public Task<CheckResult> DataAsync(S3Place place, CancellationToken cancellationToken) =>
        AskAsync(AccessCheckName.IamData, place.Reading, CheckSource.DataAccess, cancellationToken);

    /// <summary>Whether it may use a key of KMS.</summary>
    public Task<CheckResult> KeyAsync(PolicyQuestion key, CancellationToken cancellationToken) =>
        AskAsync(AccessCheckName.Encryption, [key], CheckSource.Encryption, cancellationToken);

    private string Partition => connection.Home.Partition;

    private Task<CheckResult> AskAsync(AccessCheckName check, IReadOnlyList<PolicyQuestion> questions, string source,
        CancellationToken cancellationToken) => Foreign is { } foreign
        ? Task.FromResult(CheckResult.Unknown(check, foreign, source))
        : _simulator.CheckAsync(check, Id, questions, source, cancellationToken);

    private string MakeCommand()
    {
        if (IsUser) return $"aws iam create-user --user-name '{Name}'";
        if (question.Engine == AccessEngine.Glue) return $"New-LakeRole -Name '{Name}' -Service Glue";
        var trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"ROOT"},"Action":"sts:AssumeRole"}]}"""
            .Replace("ROOT", $"arn:{Partition}:iam::{own}:root", StringComparison.Ordinal);
        return $"aws iam create-role --role-name '{Name}' --assume-role-policy-document '{trust}'";
    }
}
