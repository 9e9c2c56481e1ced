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
    public AWSCredentials Of(CredentialProfile profile, RoleToAssume? given) => Of(profile, given, []);

    private AWSCredentials Of(CredentialProfile profile, RoleToAssume? given, HashSet<string> seen)
    {
        var options = profile.Options;
        // The SDK does not expose the credentials of an instance for the role of a profile.
        if (Text(options.RoleArn) is not { } arn || options.CredentialSource == "Ec2InstanceMetadata") return OfSdk(profile);
        if (!seen.Add(profile.Name)) throw Unusable(profile, "its source_profile leads back to it");
        var role = new RoleToAssume(arn, given?.SessionName ?? Text(options.RoleSessionName),
            given?.ExternalId ?? Text(options.ExternalID), given?.MfaSerial ?? Text(options.MfaSerial));
        return Text(options.WebIdentityTokenFile) is { } file
            ? StsCredentials.OfWebIdentity(stsOf(new AnonymousAWSCredentials()), role, file)
            : StsCredentials.OfRole(stsOf(Source(profile, seen)), role, codes);
    }

    private AWSCredentials Source(CredentialProfile profile, HashSet<string> seen)
    {
        if (Text(profile.Options.SourceProfile) is { } name)
        {
            // A profile may name itself as the source, if it has both keys and a role.
            return name == profile.Name && Text(profile.Options.AccessKey) is { } key
                ? new BasicAWSCredentials(key, profile.Options.SecretKey)
                : Of(ProfileStore.Find(name), null, seen);
        }

        return Text(profile.Options.CredentialSource) switch
        {
            "Environment" => new EnvironmentVariablesAWSCredentials(),
            "EcsContainer" => new GenericContainerCredentials(),
            _ => throw Unusable(profile, "it has a role_arn, and no source_profile, "
                + "credential_source or web_identity_token_file to assume it with"),
        };
    }

    private AWSCredentials OfSdk(CredentialProfile profile)
    {
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, ProfileStore.Open());
        }
        catch (InvalidDataException)
        {
            throw Unusable(profile, "it has neither access keys nor a role, a credential_process or an SSO session "
                + "of IAM Identity Center that is complete");
        }
    }

    private static LakeException Unusable(CredentialProfile profile, string why) =>
        Fault.ProfileUnusable(profile.Name, why);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
