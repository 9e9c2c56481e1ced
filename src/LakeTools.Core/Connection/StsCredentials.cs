using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Temporary credentials of a role, renewed shortly before they expire. The SDK has such classes too, but they create an
/// STS client without the connection's Region and endpoints.
/// </summary>
internal sealed class StsCredentials : RefreshingAWSCredentials
{
    private readonly Func<Task<Credentials>> _get;

    private StsCredentials(Func<Task<Credentials>> get)
    {
        _get = get;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <summary>The credentials of a role, assumed with other credentials.</summary>
    public static StsCredentials OfRole(IAmazonSecurityTokenService sts, RoleToAssume role, MfaCodes codes)
    {
        codes.AreNeeded |= role.MfaSerial is not null;
        return new(async () =>
        {
            var request = new AssumeRoleRequest { RoleArn = role.Arn, RoleSessionName = role.Session, ExternalId = role.ExternalId,
                DurationSeconds = role.DurationSeconds };
            if (role.MfaSerial is { } device)
            {
                request.SerialNumber = device;
                request.TokenCode = codes.Next(device, role.Arn);
            }

            try
            {
                return (await sts.AssumeRoleAsync(request).ConfigureAwait(false)).Credentials;
            }
            catch (AmazonSecurityTokenServiceException error)
                when (error.Message.Contains("MultiFactorAuthentication", StringComparison.Ordinal))
            {
                throw Fault.MfaCodeRefused(role.MfaSerial, role.Arn, inner: error);
            }
        });
    }

    /// <summary>
    /// The credentials of a role that the holder of a token of an identity provider may assume. The file is read each time, for
    /// providers renew it.
    /// </summary>
    public static StsCredentials OfWebIdentity(IAmazonSecurityTokenService sts, RoleToAssume role, string tokenFile) => new(async () =>
    {
        var token = await File.ReadAllTextAsync(tokenFile).ConfigureAwait(false);
        var request = new AssumeRoleWithWebIdentityRequest { RoleArn = role.Arn, RoleSessionName = role.Session,
            WebIdentityToken = token.Trim(), DurationSeconds = role.DurationSeconds };
        return (await sts.AssumeRoleWithWebIdentityAsync(request).ConfigureAwait(false)).Credentials;
    });

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var credentials = await _get().ConfigureAwait(false);
        return new(new ImmutableCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            credentials.Expiration!.Value.ToUniversalTime());
    }
}
