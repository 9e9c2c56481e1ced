using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Gets the credentials of a profile. Roles are assumed here, with the connection's Region and endpoints. The SDK does the rest.
/// </summary>
/// <param name="stsOf">Creates a client of STS that signs with credentials.</param>
/// <param name="codes">The source of MFA codes.</param>
internal sealed class ProfileCredentials(Func<AWSCredentials, IAmazonSecurityTokenService> stsOf, MfaCodes codes)
{
    /// <summary>The credentials of a profile, or of its role. Makes no call.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="given">Overrides the session name, external id and MFA device of the profile, or null.</param>
    /// <exception cref="LakeException"><c>ProfileNotFound</c>: its source profile does not exist; <c>ProfileUnusable</c>: it has nothing
    /// that gives credentials.</exception>
    public AWSCredentials Of(AwsProfile profile, RoleToAssume? given) => Of(profile, given, []);

    private AWSCredentials Of(AwsProfile profile, RoleToAssume? given, HashSet<string> seen)
    {
        if (profile["role_arn"] is not { } arn) return OfSdk(profile);
        if (!seen.Add(profile.Name)) throw Unusable(profile, "its source_profile leads back to it");
        var role = new RoleToAssume(arn, given?.SessionName ?? profile["role_session_name"],
            given?.ExternalId ?? profile["external_id"], given?.MfaSerial ?? profile["mfa_serial"]) { DurationSeconds = Duration(profile) };
        return profile["web_identity_token_file"] is { } file
            ? StsCredentials.OfWebIdentity(stsOf(new AnonymousAWSCredentials()), role, file)
            : StsCredentials.OfRole(stsOf(Source(profile, seen)), role, codes);
    }

    private AWSCredentials Source(AwsProfile profile, HashSet<string> seen)
    {
        if (profile["source_profile"] is { } name)
        {
            // A profile may name itself as the source, if it has both keys and a role.
            return name == profile.Name && profile["aws_access_key_id"] is not null
                ? OfSdk(profile) : Of(ProfileStore.Find(name), null, seen);
        }

        return profile["credential_source"] switch
        {
            "Environment" => EnvironmentCredentials.Keys() ?? throw Unusable(profile,
                "its credential_source is Environment, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set"),
            "EcsContainer" => OfContainer(profile),
            "Ec2InstanceMetadata" => new InstanceCredentials(),
            { } other => throw Unusable(profile,
                $"its credential_source is '{other}', and must be Environment, EcsContainer or Ec2InstanceMetadata"),
            null => throw Unusable(profile,
                "it has a role_arn, and no source_profile, credential_source or web_identity_token_file to assume it with"),
        };
    }

    private static AWSCredentials OfContainer(AwsProfile profile)
    {
        const string Variables = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI";
        try
        {
            return EnvironmentCredentials.OfContainer()
                ?? throw Unusable(profile, $"its credential_source is EcsContainer, and {Variables} is not set");
        }
        catch (Exception error) when (error is ArgumentException or UriFormatException)
        {
            throw Unusable(profile, $"its credential_source is EcsContainer, and {Variables} is not a URI of a container");
        }
    }

    private static int? Duration(AwsProfile profile)
    {
        if (profile["duration_seconds"] is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds
            : throw Unusable(profile, $"its duration_seconds is '{text}', and must be a whole number of seconds");
    }

    private static AWSCredentials OfSdk(AwsProfile profile)
    {
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile.Stored ?? ForSdk(profile), new CredentialProfileStoreChain());
        }
        catch (InvalidDataException)
        {
            throw Unusable(profile, "it has neither access keys nor a role, a credential_process or an SSO session "
                + "of IAM Identity Center that is complete");
        }
    }

    private static CredentialProfile ForSdk(AwsProfile profile)
    {
        var options = new CredentialProfileOptions
        {
            AccessKey = profile["aws_access_key_id"],
            SecretKey = profile["aws_secret_access_key"],
            Token = profile["aws_session_token"],
            CredentialProcess = profile["credential_process"],
            SsoSession = profile["sso_session"],
            SsoAccountId = profile["sso_account_id"],
            SsoRoleName = profile["sso_role_name"],
            SsoRegion = profile["sso_region"],
            SsoStartUrl = profile["sso_start_url"],
            SsoRegistrationScopes = profile["sso_registration_scopes"],
            LoginSession = profile["login_session"],
        };
        return new CredentialProfile(profile.Name, options)
        {
            Region = profile.Region is { } region ? RegionEndpoint.GetBySystemName(region) : null,
        };
    }

    private static LakeException Unusable(AwsProfile profile, string why) =>
        Fault.ProfileUnusable(profile.Name, why);
}
