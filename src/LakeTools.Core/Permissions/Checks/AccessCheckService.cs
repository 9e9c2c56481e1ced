using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>
/// Checks what a principal requires to read the rows of a table. One instance is used for a whole pipeline and caches what is common.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class AccessCheckService(LakeConnection connection)
{
    private readonly AccessService _access = new(connection);
    private readonly PrincipalTagReader _tags = new(connection);

    /// <summary>Refuses an invalid question. Makes no call.</summary>
    /// <param name="question">The question.</param>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>.</exception>
    public static void Check(AccessCheckQuestion question)
    {
        if (question.OutputLocation is { } place) _ = S3Uri.Parse(place);
    }

    /// <summary>Makes all checks, in order.</summary>
    /// <param name="question">The principal, the table and the engine.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>One result for each name of <see cref="AccessCheckName"/>, in that order.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c>, <c>ColumnNotFound</c>, <c>InvalidS3Uri</c>, and what
    /// the services return, except a lack of permissions.</exception>
    public async IAsyncEnumerable<LakeAccessCheck> CheckAsync(AccessCheckQuestion question,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Check(question);
        var own = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var table = await new CheckedTableReader(connection).ReadAsync(question, cancellationToken).ConfigureAwait(false);
        var principal = new PrincipalChecks(connection, question, own);
        var location = new LocationChecks(connection, question, table, own);
        var tags = await _tags.ReadAsync(question.Principal.Id, cancellationToken).ConfigureAwait(false);
        var lake = new LakeChecks(connection, _access, question, table, tags, own);
        yield return Show(question, await principal.ExistsAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await principal.DataAccessAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await principal.CatalogAsync(table, cancellationToken).ConfigureAwait(false));
        yield return Show(question, await principal.EngineAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await principal.ResultAsync(cancellationToken).ConfigureAwait(false));

        // Whether IAM is asked about the data depends on these, so they are checked before they are shown.
        var decision = await lake.DecisionAsync(cancellationToken).ConfigureAwait(false);
        var registration = await location.RegistrationAsync(cancellationToken).ConfigureAwait(false);
        var (hybrid, isLeftToIam) = await lake.HybridAsync(location, cancellationToken).ConfigureAwait(false);
        yield return Show(question, await DataAsync(principal, location, isLeftToIam, cancellationToken).ConfigureAwait(false));
        yield return Show(question, decision);
        yield return Show(question, registration);
        yield return Show(question, await location.RoleAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await location.TrustAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await location.RightsAsync(cancellationToken).ConfigureAwait(false));
        yield return Show(question, await location.EncryptionAsync(principal, !isLeftToIam, cancellationToken).ConfigureAwait(false));
        yield return Show(question, hybrid);
        yield return Show(question, lake.Link());
        yield return Show(question, lake.Filters(location.IsRegistered));
        yield return Show(question, await lake.IntegrationAsync(isLeftToIam, cancellationToken).ConfigureAwait(false));
        yield return Show(question, await lake.ShareAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async Task<CheckResult> DataAsync(PrincipalChecks principal, LocationChecks location, bool? isLeftToIam,
        CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.IamData;
        if (isLeftToIam == false)
            return CheckResult.NotNeeded(check, "Lake Formation gives access to the data with the role of the registered location.",
                CheckSource.DataAccess);
        if (location.Place is not { } place)
            return location.IsRegistered is null ? location.NoTable(check, CheckSource.DataAccess)
                : CheckResult.NotNeeded(check, "No object in S3 is read.", CheckSource.DataAccess);
        return isLeftToIam is null
            ? CheckResult.Unknown(check, "Whether Lake Formation or IAM gives access to the data is not known.", CheckSource.DataAccess)
            : await principal.DataAsync(place, cancellationToken).ConfigureAwait(false);
    }

    private static LakeAccessCheck Show(AccessCheckQuestion question, CheckResult result) => new()
    {
        Name = result.Name.ToString(),
        Status = result.Status.ToString(),
        Text = result.Text,
        Command = result.Command,
        Source = result.Source,
        Principal = question.Principal.Id,
        DatabaseName = question.Database,
        TableName = question.Table,
        Engine = question.Engine.ToString(),
    };
}
