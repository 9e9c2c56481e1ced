using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Glue;

/// <summary>Makes, finds, changes and removes the connections of Glue. No password leaves it.</summary>
/// <param name="connection">The lake.</param>
public sealed partial class GlueConnectionService(LakeConnection connection)
{
    private const string Password = "PASSWORD";
    private const string UserName = "USERNAME";
    private const string Secret = "SECRET_ID";

    /// <summary>The types of connections, most used first. Glue has more, with the names of software as a service.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "JDBC", "KAFKA", "MONGODB", "NETWORK", "SFTP", "CUSTOM", "MARKETPLACE", "MYSQL", "POSTGRESQL", "SQLSERVER", "ORACLE",
        "SALESFORCE",
    ];

    private IAmazonGlue Client => connection.Clients.Glue;

    /// <summary>Checks all that can be checked of a connection before a call.</summary>
    /// <param name="change">The connection.</param>
    /// <exception cref="LakeException"><c>SecretInProperty</c>, <c>CredentialAndSecret</c>.</exception>
    public static void Check(GlueConnectionChange change)
    {
        if (change is { Credential: not null, SecretId: not null }) throw Fault.CredentialAndSecret(change.Name);
        foreach (var (name, value) in change.Property ?? new Dictionary<string, string?>())
        {
            if (value is not null && (name.Contains(Password, StringComparison.OrdinalIgnoreCase) || UrlPassword().IsMatch(value)))
                throw Fault.SecretInProperty(change.Name, name);
        }
    }

    /// <summary>Refuses properties that are specified beside a secret or a credential, which replaces them.</summary>
    /// <param name="change">The connection.</param>
    /// <exception cref="LakeException"><c>ConnectionPropertyInvalid</c>.</exception>
    public static void CheckProperties(GlueConnectionChange change)
    {
        if (change is { SecretId: null, Credential: null }) return;
        var taken = change.Property?.FirstOrDefault(pair => pair is { Key: UserName or Secret, Value: not null }).Key;
        if (taken is null) return;
        throw Fault.ConnectionPropertyInvalid(change.Name, taken, change.SecretId is null
            ? "the credential has the user name. Remove the property or the credential"
            : "the secret has the user name. Remove the property or the secret");
    }

    /// <summary>The further properties of a connection, as text.</summary>
    /// <param name="shown">The connection.</param>
    /// <returns>The words; none where the properties are all.</returns>
    public static IReadOnlyList<string> NotShown(LakeGlueConnection shown) => shown.Further;

    /// <summary>Makes a connection.</summary>
    /// <param name="change">The connection, checked by <see cref="Check"/>, with its type.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The connection as Glue has it.</returns>
    /// <exception cref="LakeException"><c>GlueConnectionExists</c>.</exception>
    public async Task<Written<LakeGlueConnection>> CreateAsync(GlueConnectionChange change, CancellationToken cancellationToken)
    {
        var input = new ConnectionInput { Name = change.Name, ConnectionProperties = [] };
        Apply(input, change);
        var request = new CreateConnectionRequest
        {
            CatalogId = change.CatalogId,
            ConnectionInput = input,
            Tags = GlueChange.NotEmpty(GlueChange.Merged(null, change.Tags)),
        };
        await CallAsync(change.Name, () => LostAnswers.MakeAsync(
            () => Client.CreateConnectionAsync(request, cancellationToken),
            input,
            async () => await ReadAsync(change.Name, change.CatalogId, false, cancellationToken).ConfigureAwait(false)))
            .ConfigureAwait(false);
        return connection.Written(change.Name, $"The connection '{change.Name}' was created",
            token => GetAsync(change.Name, change.CatalogId, token));
    }

    /// <summary>Changes a connection. Glue replaces it whole, so what is not named is carried over.</summary>
    /// <param name="change">The change, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The connection as Glue now has it.</returns>
    /// <exception cref="LakeException"><c>GlueConnectionNotFound</c>, <c>ChangedPartly</c>.</exception>
    public async Task<Written<LakeGlueConnection>> ChangeAsync(GlueConnectionChange change, CancellationToken cancellationToken)
    {
        var isUpdate = change != new GlueConnectionChange { Name = change.Name, CatalogId = change.CatalogId, Tags = change.Tags };
        if (isUpdate)
        {
            // With its password, which would be lost otherwise.
            var input = Keep(await ReadAsync(change.Name, change.CatalogId, false, cancellationToken).ConfigureAwait(false));
            Apply(input, change);
            var request = new UpdateConnectionRequest { CatalogId = change.CatalogId, Name = change.Name, ConnectionInput = input };
            await CallAsync(change.Name, () => Client.UpdateConnectionAsync(request, cancellationToken)).ConfigureAwait(false);
        }

        var changed = $"The connection '{change.Name}' was changed";
        if (!isUpdate) await GetAsync(change.Name, change.CatalogId, cancellationToken).ConfigureAwait(false);
        if (change.Tags is { } tags)
            await new GlueTags(connection).ChangeAsync(
                "connection/" + change.Name, tags, change.Name, isUpdate ? changed : null, cancellationToken).ConfigureAwait(false);
        return connection.Written(change.Name, changed, token => GetAsync(change.Name, change.CatalogId, token));
    }

    /// <summary>Reads one connection by its name, or all that match a pattern.</summary>
    /// <param name="name">A name or pattern.</param>
    /// <param name="catalogId">The catalog; the caller's if null.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The connections, page by page.</returns>
    /// <exception cref="LakeException"><c>GlueConnectionNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeGlueConnection> FindAsync(string name, string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(name);
        if (!pattern.HasWildcards)
        {
            yield return await GetAsync(pattern.Prefix, catalogId, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var request = new GetConnectionsRequest { CatalogId = catalogId, HidePassword = true };
        await foreach (var page in Client.Paginators.GetConnections(request).Responses.WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var item in page.ConnectionList ?? [])
                if (pattern.IsMatch(item.Name)) yield return ToConnection(item);
        }
    }

    /// <summary>Removes a connection.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The catalog; the caller's if null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>GlueConnectionNotFound</c>.</exception>
    public async Task RemoveAsync(string name, string? catalogId, CancellationToken cancellationToken)
    {
        // Glue succeeds where there is none; here that is an error, because it is mostly a mistyped name.
        await GetAsync(name, catalogId, cancellationToken).ConfigureAwait(false);
        var request = new DeleteConnectionRequest { CatalogId = catalogId, ConnectionName = name };
        await CallAsync(name, () => Client.DeleteConnectionAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The output of a connection.</summary>
    internal static LakeGlueConnection ToConnection(Amazon.Glue.Model.Connection item) => new()
    {
        Name = item.Name,
        Description = item.Description,
        ConnectionType = item.ConnectionType?.Value,
        Property = (item.ConnectionProperties ?? []).Where(property => property.Key != Secret
            && !property.Key.Contains(Password, StringComparison.OrdinalIgnoreCase)).ToDictionary(),
        SecretId = item.ConnectionProperties?.GetValueOrDefault(Secret) ?? item.AuthenticationConfiguration?.SecretArn,
        SubnetId = item.PhysicalConnectionRequirements?.SubnetId,
        SecurityGroupId = item.PhysicalConnectionRequirements?.SecurityGroupIdList ?? [],
        AvailabilityZone = item.PhysicalConnectionRequirements?.AvailabilityZone,
        MatchCriterion = item.MatchCriteria ?? [],
        Status = item.Status?.Value,
        StatusReason = item.StatusReason,
        CreatedOn = item.CreationTime?.ToLocalTime(),
        LastModifiedOn = item.LastUpdatedTime?.ToLocalTime(),
        LastModifiedBy = item.LastUpdatedBy,
        Further =
        [
            .. Named("properties for Spark", item.SparkProperties?.Count > 0),
            .. Named("properties for Athena", item.AthenaProperties?.Count > 0),
            .. Named("properties for Python", item.PythonProperties?.Count > 0),
            .. Named("authentication", item.AuthenticationConfiguration is { } own
                && (own.AuthenticationType is not null || own.KmsKeyArn is not null || own.OAuth2Properties is not null)),
            .. UnknownMembers.Names(item),
        ],
    };

    private static IEnumerable<string> Named(string part, bool isThere) => isThere ? [part] : [];

    private static ConnectionInput Keep(Amazon.Glue.Model.Connection item) => new()
    {
        Name = item.Name,
        Description = item.Description,
        ConnectionType = item.ConnectionType,
        MatchCriteria = item.MatchCriteria,
        ConnectionProperties = item.ConnectionProperties ?? [],
        SparkProperties = item.SparkProperties,
        AthenaProperties = item.AthenaProperties,
        PythonProperties = item.PythonProperties,
        PhysicalConnectionRequirements = item.PhysicalConnectionRequirements,
        AuthenticationConfiguration = item.AuthenticationConfiguration is not { } own ? null : new AuthenticationConfigurationInput
        {
            AuthenticationType = own.AuthenticationType,
            SecretArn = own.SecretArn,
            KmsKeyArn = own.KmsKeyArn,
            OAuth2Properties = own.OAuth2Properties is not { } oauth ? null : new OAuth2PropertiesInput
            {
                OAuth2GrantType = oauth.OAuth2GrantType,
                OAuth2ClientApplication = oauth.OAuth2ClientApplication,
                TokenUrl = oauth.TokenUrl,
                TokenUrlParametersMap = oauth.TokenUrlParametersMap,
            },
        },
    };

    private static void Apply(ConnectionInput input, GlueConnectionChange change)
    {
        if (change.ConnectionType is { } type) input.ConnectionType = type;
        if (change.Description is { } description) input.Description = description.Length == 0 ? null : description;
        if (change.MatchCriterion is { } words) input.MatchCriteria = words.Count == 0 ? null : [.. words];
        input.ConnectionProperties = GlueChange.Merged(input.ConnectionProperties, change.Property) ?? [];
        if (change.SecretId is { } secret)
        {
            input.ConnectionProperties[Secret] = secret;
            foreach (var name in (string[])[UserName, Password, "ENCRYPTED_" + Password]) input.ConnectionProperties.Remove(name);
        }

        if (change.Credential is { } credential)
        {
            input.ConnectionProperties.Remove(Secret);
            input.ConnectionProperties.Remove("ENCRYPTED_" + Password);
            input.ConnectionProperties[UserName] = credential.UserName;
            input.ConnectionProperties[Password] = credential.Password;
        }

        if (change is { SubnetId: null, SecurityGroupId: null, AvailabilityZone: null }) return;
        var place = input.PhysicalConnectionRequirements ??= new PhysicalConnectionRequirements();
        place.SubnetId = NotEmpty(change.SubnetId ?? place.SubnetId);
        place.AvailabilityZone = NotEmpty(change.AvailabilityZone ?? place.AvailabilityZone);
        if (change.SecurityGroupId is { } groups) place.SecurityGroupIdList = [.. groups];
        if (place is { SubnetId: null, AvailabilityZone: null, SecurityGroupIdList: null or { Count: 0 } })
            input.PhysicalConnectionRequirements = null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Task<T> CallAsync<T>(string name, Func<Task<T>> call) => GlueChange.CallAsync(
        call, cause => Fault.GlueConnectionNotFound(name, inner: cause), cause => Fault.GlueConnectionExists(name, inner: cause));

    private async Task<LakeGlueConnection> GetAsync(string name, string? catalogId, CancellationToken cancellationToken) =>
        ToConnection(await ReadAsync(name, catalogId, true, cancellationToken).ConfigureAwait(false));

    private async Task<Amazon.Glue.Model.Connection> ReadAsync(string name, string? catalogId, bool hidden,
        CancellationToken cancellationToken)
    {
        var request = new GetConnectionRequest { Name = name, CatalogId = catalogId, HidePassword = hidden };
        return (await CallAsync(name, () => Client.GetConnectionAsync(request, cancellationToken)).ConfigureAwait(false)).Connection;
    }

    // In a URL, as a parameter or before the host. Custom connectors write ${name} for a key of the secret.
    [GeneratedRegex(@"[?&;:,(](?:password|pwd)=(?!\$\{)[^&;]|://[^/@:]+:(?!\$\{)[^/@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex UrlPassword();
}
