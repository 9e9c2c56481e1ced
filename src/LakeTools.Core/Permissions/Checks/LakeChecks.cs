using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Permissions.Shares;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The permissions and settings of Lake Formation.</summary>
/// <param name="connection">The lake.</param>
/// <param name="access">Decides, and caches what is common to all questions.</param>
/// <param name="question">The question.</param>
/// <param name="table">The table.</param>
/// <param name="tags">The tags of the principal.</param>
/// <param name="own">The caller's account, twelve digits.</param>
internal sealed class LakeChecks(
    LakeConnection connection,
    AccessService access,
    AccessCheckQuestion question,
    CheckedTable table,
    PrincipalTags tags,
    string own)
{
    private const string EmrTag = "Amazon EMR";

    private string Id => question.Principal.Id;

    /// <summary>The decision of Lake Formation. Null if there is none.</summary>
    public LakeAccess? Access { get; private set; }

    // The decision about the whole table. The engine must enforce all its restrictions, even if only some columns are read.
    private LakeAccess? OnTable { get; set; }

    // Whether the principal may not read some columns or rows. Null if not known.
    // A caller who sees only some columns does not know what is restricted. Grants on columns and filters show it.
    private bool? IsRestricted => OnTable is not { Allowed: true } allowed || table.Data is not { } data ? null
        : allowed.RowFilter.Count > 0
            || allowed.Reason.All(reason => reason.Kind is nameof(AccessReasonKind.ColumnGrant) or nameof(AccessReasonKind.FilterGrant))
            || data.Column.Concat(data.PartitionKey)
            .Any(column => !allowed.SelectableColumn.Contains(column.Name, StringComparer.OrdinalIgnoreCase));

    // A grant that the caller may not read could allow it.
    private static bool IsUndecided(LakeAccess access) => access.Reason.Any(reason =>
        reason.Kind is nameof(AccessReasonKind.Unread) or nameof(AccessReasonKind.ConditionUndecided));

    /// <summary>Whether Lake Formation's permissions let the principal select.</summary>
    public Task<CheckResult> DecisionAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.LakeFormation;
        if (table.IsGone)
            return Task.FromResult(CheckResult.NotNeeded(check, "The target of the resource link is not a "
                + "table.", CheckSource.Permissions));
        return CheckResult.OrUnseenAsync(check, "the table", "DESCRIBE with glue:GetTable", CheckSource.Permissions, async () =>
        {
            var (database, name, catalog) = (question.Database, question.Table, question.CatalogId);
            OnTable = await access.AskAsync(Id, PermissionSet.Select, LakeResource.Table(database, name, catalog), tags, cancellationToken)
                .ConfigureAwait(false);
            var answer = Access = question.Columns.Count == 0 ? OnTable : await access.AskAsync(Id, PermissionSet.Select,
                LakeResource.Columns(database, name, question.Columns, catalogId: catalog), tags, cancellationToken).ConfigureAwait(false);
            var text = string.Join(" ", answer.Reason.Select(reason => reason.Text));
            if (answer.Allowed)
                return CheckResult.Passed(check, IsRestricted != true ? text : $"{text} Open columns: "
                    + $"{string.Join(", ", answer.SelectableColumn)}. Rows: "
                    + (answer.RowFilter.Count == 0 ? "all." : string.Join(" OR ", answer.RowFilter) + "."), CheckSource.Permissions);
            if (IsUndecided(answer))
                return CheckResult.Unknown(check, $"{text} A data lake administrator can see all grants.", CheckSource.Permissions);
            return CheckResult.Failed(check, text, CheckSource.Permissions,
                answer.Reason.Select(reason => reason.Command).FirstOrDefault(command => command is not null));
        });
    }

    /// <summary>Whether the principal is opted in, if the location has hybrid access.</summary>
    /// <param name="location">The checks of the location, which were done before.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The result, and whether IAM decides about the data instead of Lake Formation; null if that is not known.</returns>
    public async Task<(CheckResult Result, bool? IsLeftToIam)> HybridAsync(LocationChecks location, CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.HybridAccess;
        if (table.Data is not { } data) return (location.NoTable(check, CheckSource.Hybrid), null);
        if (location.IsRegistered == false)
            return (CheckResult.NotNeeded(check, "No registered location covers the data.", CheckSource.Hybrid), true);
        if (location.Location is not { } found)
            return (CheckResult.Unseen(check, "whether the registered location is in hybrid access mode",
                $"lakeformation:ListResources in account {table.Owner}", CheckSource.Hybrid), null);
        if (!found.HybridAccess)
            return (CheckResult.NotNeeded(check, $"{found.Path} is not in hybrid access mode: "
                + "Lake Formation permissions apply to all principals.",
                CheckSource.Hybrid), false);
        bool? isOptedIn = null;
        var place = LakeResource.Table(data.DatabaseName, data.Name, data.CatalogId);
        var result = await CheckResult.OrUnseenAsync(check, "the opt-ins", "lakeformation:ListLakeFormationOptIns", CheckSource.Hybrid,
            async () =>
        {
            var filter = new OptInFilter { Pattern = ResourcePattern.Of(place, table: "*") };
            var optIns = new List<LakeOptIn>();
            await foreach (var optIn in new OptInService(connection).ListAsync(filter, cancellationToken).ConfigureAwait(false))
                if ((optIn.TableName == "*" || string.Equals(optIn.TableName, data.Name, StringComparison.OrdinalIgnoreCase))
                    && IsAbout(optIn.Principal)) optIns.Add(optIn);
            if (optIns.Exists(optIn => optIn.Condition is null))
            {
                isOptedIn = true;
                return CheckResult.Passed(check, $"{found.Path} is in hybrid access mode, "
                    + $"and {Id} is opted in on {data}.", CheckSource.Hybrid);
            }

            if (tags.Values?.ContainsKey(PrincipalCondition.OptedInTag) == true)
            {
                isOptedIn = true;
                return CheckResult.Passed(check, $"{found.Path} is in hybrid access mode, and {Id} has the tag "
                    + $"{PrincipalCondition.OptedInTag}: it is opted in on everything.", CheckSource.OptedInTag);
            }

            if (optIns.Count > 0)
                return CheckResult.Unknown(check, $"{found.Path} is in hybrid access mode, "
                    + $"and the opt-ins on {data} that may apply to {Id} have "
                    + "conditions: Test-LakePermission evaluates them.", CheckSource.Hybrid);
            if (tags.Values is null)
                return CheckResult.Unknown(check, $"{found.Path} is in hybrid access mode, and {Id} is not opted in on {data}, unless it "
                    + $"has the tag {PrincipalCondition.OptedInTag}. Its tags could not be read from IAM, which requires "
                    + (question.Principal.Kind == PrincipalKind.User ? "iam:GetUser." : "iam:GetRole."), CheckSource.OptedInTag);
            isOptedIn = false;
            return Access?.Reason.Any(reason => reason.Kind == nameof(AccessReasonKind.IamAllowed)) != false
                ? CheckResult.NotNeeded(check,
                    $"{found.Path} is in hybrid access mode, and {Id} is not opted in: IAM decides.", CheckSource.Hybrid)
                : CheckResult.Failed(check,
                    $"{found.Path} is in hybrid access mode, and {Id} is not opted in on {data}: its grants do not apply.",
                    CheckSource.Hybrid, OptInCommand(place));
        }).ConfigureAwait(false);
        return (result, isOptedIn is { } known ? !known : null);
    }

    /// <summary>Whether the target of a resource link exists.</summary>
    public CheckResult Link()
    {
        const AccessCheckName check = AccessCheckName.ResourceLink;
        if (table.Asked is null)
            return CheckResult.Unseen(check, "the table", "DESCRIBE with glue:GetTable", CheckSource.Links);
        if (table.Link is not { } link)
            return CheckResult.NotNeeded(check, $"{table.Asked} is not a resource link.", CheckSource.Links);
        if (table.IsGone)
            return CheckResult.Failed(check, $"The target of {link.Link}, {link.Resource}, does not exist.", CheckSource.Links);
        return table.Data is null
            ? CheckResult.Unseen(check, $"{link.Resource}, the target of {link.Link}", $"DESCRIBE on {link.Resource}", CheckSource.Links)
            : CheckResult.Passed(check, $"The target of {link.Link} is {link.Resource}.", CheckSource.Links);
    }

    /// <summary>Whether the engine enforces restrictions on columns and rows.</summary>
    /// <param name="isRegistered">Whether a registered location contains the data. Null if not known.</param>
    public CheckResult Filters(bool? isRegistered)
    {
        const AccessCheckName check = AccessCheckName.DataFilter;
        if (table.Data is not { } data || IsRestricted is not { } isRestricted)
            return table.IsGone || (Access is { Allowed: false } refused && !IsUndecided(refused))
                ? CheckResult.NotNeeded(check, "No access is granted that could be restricted.", CheckSource.Engines)
                : CheckResult.Unseen(check, "the restrictions of the table", "of a data lake administrator", CheckSource.Engines);
        var (status, text) = EngineNeeds.Carries(question.Engine, data, isRestricted);
        if (isRestricted && status != AccessCheckStatus.Failed && isRegistered != true)
            return isRegistered is null
                ? CheckResult.Unknown(check, $"{text} This requires that the data is registered, which is not known.", CheckSource.Engines)
                : CheckResult.Failed(check, "Restrictions of columns and rows require that the data is registered with Lake Formation.",
                    CheckSource.Engines, data.Location is { } place ? $"Register-LakeLocation '{place}' -UseServiceLinkedRole" : null);
        return new CheckResult(check, status, text, CheckSource.Engines);
    }

    /// <summary>Whether the settings let the engine read the data.</summary>
    /// <param name="isLeftToIam">Whether IAM decides about the data. Null if not known.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<CheckResult> IntegrationAsync(bool? isLeftToIam, CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.ApplicationIntegration;
        if (question.Engine != AccessEngine.Emr)
            return CheckResult.NotNeeded(check,
                question.Engine == AccessEngine.Glue
                    ? "Lake Formation gives Glue access to the data without a setting, except for jobs with full table access, which need "
                        + "AllowFullTableExternalDataAccess."
                    : $"Lake Formation gives {question.Engine} access to the data without a setting.",
                CheckSource.Integration);
        if (isLeftToIam == true)
            return CheckResult.NotNeeded(check, "Lake Formation does not give access to the data: IAM decides.", CheckSource.Integration);
        return await CheckResult.OrUnseenAsync(check, "the settings", "lakeformation:GetDataLakeSettings", CheckSource.Emr, async () =>
        {
            var settings = await new SettingService(connection).GetAsync(own, cancellationToken).ConfigureAwait(false);
            if (settings.AllowFullTableExternalDataAccess && IsRestricted == false)
                return CheckResult.Passed(check, "AllowFullTableExternalDataAccess gives access to whole tables to principals "
                    + "that can read all of them.",
                    CheckSource.FullTable);
            var isOpen = settings.AllowExternalDataFiltering && settings.ExternalDataFilteringAllowList.Contains(own);
            if (isOpen && settings.AuthorizedSessionTagValue.Contains(EmrTag))
                return CheckResult.Passed(check, $"The settings give access to sessions with the tag value '{EmrTag}' of account {own}.",
                    CheckSource.Emr);
            return isOpen && settings.AuthorizedSessionTagValue.Count > 0
                ? CheckResult.Unknown(check, "The settings give access to sessions with the tag values "
                    + $"{string.Join(", ", settings.AuthorizedSessionTagValue)}: the security configuration of EMR must have one of them.",
                    CheckSource.Emr)
                : CheckResult.Failed(check,
                    "The settings do not give EMR access to the data: they need AllowExternalDataFiltering, the account in "
                        + $"ExternalDataFilteringAllowList, and '{EmrTag}' among the values of AuthorizedSessionTagValue.",
                    CheckSource.Emr, SettingCommand(settings));
        }).ConfigureAwait(false);
    }

    /// <summary>Whether a share of the table's owner is not yet accepted.</summary>
    public Task<CheckResult> ShareAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.ResourceShare;
        if (table.Owner == own)
            return Task.FromResult(CheckResult.NotNeeded(check, "The table belongs to this account.", CheckSource.Shares));
        return CheckResult.OrUnseenAsync(check, "the invitations of AWS RAM", "ram:GetResourceShareInvitations", CheckSource.Shares,
            async () =>
        {
            await foreach (var invitation in new ShareService(connection).ListAsync("Pending", cancellationToken).ConfigureAwait(false))
                if (invitation.SenderAccountId == table.Owner)
                    return CheckResult.Failed(check,
                        $"Account {table.Owner} shares {string.Join(", ", invitation.Resource)}, and this account has not accepted the "
                            + "invitation.",
                        CheckSource.Shares, $"Approve-LakeShareInvitation {invitation.InvitationArn}");
            return CheckResult.Passed(check, $"No invitation of account {table.Owner} is pending.", CheckSource.Shares);
        });
    }

    private bool IsAbout(string principal) => principal == Id
        || (LakePrincipal.TryParse(principal, out var parsed) && parsed.Kind == PrincipalKind.AllIamPrincipals
            && parsed.AccountId == question.Principal.AccountId);

    private string OptInCommand(LakeResource place) =>
        $"New-LakeOptIn -Principal {Id} {GrantCommand.Parameters(place, connection.CatalogId ?? own)}";

    // The lists keep their entries.
    private string SettingCommand(LakeSetting settings) => "Set-LakeSetting -AllowExternalDataFiltering "
        + $"-ExternalDataFilteringAllowList {With(settings.ExternalDataFilteringAllowList, own)} "
        + $"-AuthorizedSessionTagValue {With(settings.AuthorizedSessionTagValue, EmrTag)}";

    private static string With(IEnumerable<string> values, string more) =>
        string.Join(", ", values.Append(more).Distinct().Select(Quoted));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
