using Amazon.IdentityManagement.Model;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Core.Roles;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The registered location of the data, and its role.</summary>
/// <param name="connection">The lake.</param>
/// <param name="question">The question.</param>
/// <param name="table">The table.</param>
/// <param name="own">The caller's account, twelve digits.</param>
internal sealed class LocationChecks(LakeConnection connection, AccessCheckQuestion question, CheckedTable table, string own)
{
    private const string Trusted = "lakeformation.amazonaws.com";

    private readonly PolicySimulator _simulator = new(connection);

    /// <summary>The location of the data. Null if it is not in S3 or not visible.</summary>
    public S3Place? Place { get; } = table.Data?.Location is { } place && Rules.Resources.S3Location.IsLocation(place)
        ? new S3Place(S3Uri.Parse(place), connection.Region) : null;

    /// <summary>The registered location that contains the data. Null if there is none or it is not visible.</summary>
    public LakeLocation? Location { get; private set; }

    /// <summary>Whether a location contains it. Null if not known.</summary>
    public bool? IsRegistered { get; private set; }

    private string? RoleName => Location?.RoleArn is { } arn ? arn[(arn.LastIndexOf('/') + 1)..] : null;

    private bool IsServiceLinked => Location?.RoleArn?.Contains("/aws-service-role/", StringComparison.Ordinal) != false;

    private bool IsOwnRole => Location?.RoleArn?.Split(':') is [_, _, _, _, var account, ..] && account == own;

    /// <summary>Whether a registered location contains the data. Read first, because other checks need it.</summary>
    public async Task<CheckResult> RegistrationAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.Registration;
        if (table.Data is not { } data) return NoTable(check, CheckSource.Registration);
        if (Place is null)
        {
            IsRegistered = false;
            return CheckResult.NotNeeded(check, $"{data} has no location in S3.", CheckSource.Registration);
        }

        if (table.Owner != own)
        {
            IsRegistered = data.IsRegistered ? true : null;
            return data.IsRegistered
                ? CheckResult.Passed(check, $"According to the Data Catalog of account {table.Owner}, {data.Location} is registered.",
                    CheckSource.Registration)
                : CheckResult.Unknown(check,
                    $"Account {table.Owner} owns {data}: the permission lakeformation:ListResources in that account is required "
                        + "to see its locations.",
                    CheckSource.Registration);
        }

        var result = await CheckResult.OrUnseenAsync(check, "the registered locations", "lakeformation:ListResources",
            CheckSource.Registration, async () =>
        {
            await foreach (var location in new LocationService(connection).ListAsync(cancellationToken).ConfigureAwait(false))
                if (DataLocation.IsUnder(data.Location!, location.ResourceArn)
                    && !(Location?.ResourceArn.Length > location.ResourceArn.Length)) Location = location;
            IsRegistered = Location is not null;
            return Location is { } found
                ? CheckResult.Passed(check, $"{found.Path} is registered and covers {data.Location}.", CheckSource.Registration)
                : CheckResult.NotNeeded(check,
                    $"No registered location covers {data.Location}: Lake Formation controls access to the metadata, and IAM to the data.",
                    CheckSource.Registration);
        }).ConfigureAwait(false);
        if (IsRegistered is null && data.IsRegistered) IsRegistered = true;
        return result;
    }

    /// <summary>Whether IAM has the role of the location.</summary>
    public Task<CheckResult> RoleAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.RegistrationRole;
        if (WithoutRole(check) is { } result) return Task.FromResult(result);
        return CheckResult.OrUnseenAsync(check, $"the role {Location!.RoleArn}", "iam:GetRole", CheckSource.RegistrationRole, async () =>
            await FindRoleAsync(cancellationToken).ConfigureAwait(false) is null
                ? CheckResult.Failed(check, $"{Location.Path} is registered with {Location.RoleArn}, which does not exist in IAM.",
                    CheckSource.RegistrationRole, $"New-LakeRole -Name '{RoleName}' -Service LakeFormation -Path '{Location.Path}/'")
                : CheckResult.Passed(check, $"{Location.RoleArn} exists in IAM.", CheckSource.RegistrationRole));
    }

    /// <summary>Whether that role trusts Lake Formation.</summary>
    public Task<CheckResult> TrustAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.RegistrationTrust;
        if (WithoutRole(check) is { } result) return Task.FromResult(result);
        return CheckResult.OrUnseenAsync(check, $"the role {Location!.RoleArn}", "iam:GetRole", CheckSource.RegistrationRole, async () =>
        {
            if (await FindRoleAsync(cancellationToken).ConfigureAwait(false) is not { } role)
                return CheckResult.Unknown(check, $"{Location.RoleArn} does not exist in IAM, so its trust policy is not known.",
                    CheckSource.RegistrationRole);
            var document = Uri.UnescapeDataString(role.AssumeRolePolicyDocument ?? "");
            return RolePolicies.Trusts(document, Trusted, own) switch
            {
                true => CheckResult.Passed(check, $"{Location.RoleArn} trusts {Trusted}.", CheckSource.RegistrationRole),
                false => CheckResult.Failed(check, $"{Location.RoleArn} does not trust {Trusted}: Lake Formation cannot assume it.",
                    CheckSource.RegistrationRole, TrustCommand(document)),
                null => CheckResult.Unknown(check,
                    $"The trust policy of {Location.RoleArn} has conditions or Deny statements that are not evaluated.",
                    CheckSource.RegistrationRole),
            };
        });
    }

    /// <summary>Whether that role may read the location, and the engine supports it.</summary>
    public async Task<CheckResult> RightsAsync(CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.RegistrationRights;
        if (Location is { } location && IsServiceLinked && question.Engine == AccessEngine.Emr)
            return CheckResult.Failed(check,
                $"EMR on EC2 cannot read locations that are registered with the service-linked role, such as {location.Path}.",
                CheckSource.ServiceLinkedRole,
                $"Unregister-LakeLocation '{location.Path}'; "
                    + $"Register-LakeLocation '{location.Path}' -RoleArn role/<a role that trusts {Trusted}>");
        if (Location is { VerificationStatus: "VERIFICATION_FAILED" } failed)
            return CheckResult.Failed(check, $"Lake Formation found that its role cannot use {failed.Path}.", CheckSource.RegistrationRole);
        if (WithoutRole(check) is { } result) return result;
        if (!IsOwnRole)
            return CheckResult.Unknown(check,
                $"{Location!.RoleArn} is of another account: iam:SimulatePrincipalPolicy in that account is required.",
                CheckSource.RegistrationRole);
        return await _simulator.CheckAsync(check, Location!.RoleArn!, Place!.Reading, CheckSource.RegistrationRole, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Whether the reader of the objects may use the key that encrypts them.</summary>
    /// <param name="principal">The checks of the principal, which reads the data itself if Lake Formation does not give access.</param>
    /// <param name="isOpened">Whether Lake Formation gives access to the data. Null if not known.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<CheckResult> EncryptionAsync(PrincipalChecks principal, bool? isOpened, CancellationToken cancellationToken)
    {
        const AccessCheckName check = AccessCheckName.Encryption;
        if (table.Data is null) return NoTable(check, CheckSource.Encryption);
        if (Place is not { } place) return CheckResult.NotNeeded(check, "No object in S3 is read.", CheckSource.Encryption);
        return await CheckResult.OrUnseenAsync(check, $"the encryption of the bucket {place.Uri.Bucket}", "s3:GetEncryptionConfiguration",
            CheckSource.Encryption, async () =>
        {
            if (await KeyAsync(place.Uri.Bucket, cancellationToken).ConfigureAwait(false) is not { } key)
                return CheckResult.NotNeeded(check, $"The bucket {place.Uri.Bucket} does not encrypt with a KMS key by default.",
                    CheckSource.Encryption);
            if (!key.StartsWith("arn:", StringComparison.Ordinal) || key.Contains(":alias/", StringComparison.Ordinal))
                return CheckResult.Unknown(check,
                    $"The bucket {place.Uri.Bucket} encrypts with the KMS key {key}, whose ARN the bucket does not return.",
                    CheckSource.Encryption);
            var region = key.Split(':')[3];
            var need = new PolicyQuestion(["kms:Decrypt"], [key]) { ViaService = PolicyContext.Host("s3", region) };
            if (isOpened is null)
                return CheckResult.Unknown(check, $"{key} encrypts the objects. The principal that reads them is not "
                    + "known.", CheckSource.Encryption);
            if (isOpened == false) return await principal.KeyAsync(need, cancellationToken).ConfigureAwait(false);
            return Location?.RoleArn is { } role && IsOwnRole && !IsServiceLinked
                ? await _simulator.CheckAsync(check, role, [need], CheckSource.Encryption, cancellationToken).ConfigureAwait(false)
                : CheckResult.Unknown(check, $"{key} encrypts the objects. Whether the registered role can use it is not known.",
                    CheckSource.Encryption);
        }).ConfigureAwait(false);
    }

    /// <summary>The result of a check that needs the table, if the caller may not read it or the link has no target.</summary>
    public CheckResult NoTable(AccessCheckName check, string source) => table.IsGone
        ? CheckResult.NotNeeded(check, "The target of the resource link is not a table.", source)
        : CheckResult.Unseen(check, table.Asked is null ? "the table" : $"{table.Link!.Resource}",
            "DESCRIBE with glue:GetTable", source);

    private CheckResult? WithoutRole(AccessCheckName check)
    {
        if (table.Data is null) return NoTable(check, CheckSource.RegistrationRole);
        if (IsRegistered == false)
            return CheckResult.NotNeeded(check, "No registered location covers the data.", CheckSource.RegistrationRole);
        if (Location is null)
            return table.Owner == own
                ? CheckResult.Unseen(check, "the registered locations", "lakeformation:ListResources", CheckSource.RegistrationRole)
                : CheckResult.Unknown(check, $"Account {table.Owner} has registered the data: check there.", CheckSource.RegistrationRole);
        return IsServiceLinked ? CheckResult.NotNeeded(check,
            "Lake Formation manages the permissions and the trust policy of its service-linked "
                + "role.", CheckSource.ServiceLinkedRole) : null;
    }

    private async Task<Role?> FindRoleAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await connection.Clients.Iam.GetRoleAsync(new GetRoleRequest { RoleName = RoleName }, cancellationToken)
                .ConfigureAwait(false)).Role;
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<string?> KeyAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.Clients.S3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = bucket },
                cancellationToken).ConfigureAwait(false);
            var rule = answer.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.Select(found =>
                found.ServerSideEncryptionByDefault).FirstOrDefault(found => found is not null);
            return rule?.ServerSideEncryptionAlgorithm?.Value?.StartsWith("aws:kms", StringComparison.Ordinal) == true
                ? rule.ServerSideEncryptionKeyManagementServiceKeyId ?? "aws/s3" : null;
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "ServerSideEncryptionConfigurationNotFoundError")
        {
            return null;
        }
    }

    // The existing statements are kept, because other services may assume the role.
    private string TrustCommand(string document) => $"aws iam update-assume-role-policy --role-name '{RoleName}' "
        + $"--policy-document '{RolePolicies.WithTrust(document, Trusted).Replace("'", "''", StringComparison.Ordinal)}'";
}
