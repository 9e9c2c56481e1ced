using Amazon.Runtime;
using Amazon.SecurityToken;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Credentials of the environment, in the order of the SDK's default chain. The SDK searches at each request, so a connection would change
/// its identity with the variables; here they are read when the connection is made. Temporary credentials are still renewed.
/// </summary>
internal static class EnvironmentCredentials
{
    /// <summary>The credentials that come before a profile: keys, or a role with a token of an identity provider. Null for none.</summary>
    /// <param name="stsOf">Creates a client of STS that signs with credentials.</param>
    public static AWSCredentials? BeforeProfile(Func<AWSCredentials, IAmazonSecurityTokenService> stsOf)
    {
        if (Keys() is { } keys) return keys;
        if (Variable("AWS_ROLE_ARN") is not { } arn || Variable("AWS_WEB_IDENTITY_TOKEN_FILE") is not { } file) return null;
        var role = new RoleToAssume(arn, Variable("AWS_ROLE_SESSION_NAME"), null, null);
        return StsCredentials.OfWebIdentity(stsOf(new AnonymousAWSCredentials()), role, file);
    }

    /// <summary>The credentials of last resort: the role of the container, otherwise that of the instance.</summary>
    /// <exception cref="LakeException"><c>CredentialsNotFound</c>: the variable of a container is not a URI of it.</exception>
    public static AWSCredentials AfterProfile()
    {
        try
        {
            return OfContainer() ?? new InstanceCredentials();
        }
        catch (Exception error) when (error is ArgumentException or UriFormatException)
        {
            throw Fault.CredentialsNotFound(null, ProfileStore.NameInUse, inner: error);
        }
    }

    /// <summary>The credentials of the role of the container that the variables name. Null for none.</summary>
    public static AWSCredentials? OfContainer() => Variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is null
        && Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is null ? null : new GenericContainerCredentials();

    /// <summary>The keys that the variables have now. Null for none.</summary>
    /// <exception cref="LakeException">
    /// <c>CredentialsIncomplete</c>: a key ID without its secret, as for boto3: what comes next in the chain may be another account.
    /// </exception>
    public static AWSCredentials? Keys()
    {
        if (Variable("AWS_ACCESS_KEY_ID") is not { } key) return null;
        // The older name, which the SDK knows too.
        if ((Variable("AWS_SECRET_ACCESS_KEY") ?? Variable("AWS_SECRET_KEY")) is not { } secret)
            throw Fault.CredentialsIncomplete("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        return Variable("AWS_SESSION_TOKEN") is { } token
            ? new SessionAWSCredentials(key, secret, token)
            : new BasicAWSCredentials(key, secret);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
