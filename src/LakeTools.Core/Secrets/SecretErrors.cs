using System.Text.RegularExpressions;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Secrets Manager's refusals, in the words of the commands; and the refusals before a call.</summary>
internal static partial class SecretErrors
{
    /// <summary>Calls, and turns the service's refusals into errors that name the secret.</summary>
    public static async Task<T> CallAsync<T>(string id, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ResourceNotFoundException exception) when (exception.Message.Contains("secret value", StringComparison.Ordinal))
        {
            throw Fault.SecretVersionNotFound(id, inner: exception);
        }
        catch (ResourceNotFoundException exception)
        {
            throw Fault.SecretNotFound(id, inner: exception);
        }
        catch (ResourceExistsException exception)
        {
            throw Fault.SecretExists(id, inner: exception);
        }
        catch (AmazonSecretsManagerException exception) when (exception.ErrorCode == "ValidationException" && IsNoName(id))
        {
            throw Fault.InvalidSecretName(id, inner: exception);
        }
        catch (AmazonSecretsManagerException exception) when (IsDeleted(exception))
        {
            throw Fault.SecretDeleted(id, inner: exception);
        }
    }

    /// <summary>The error of one of several secrets that one call was about.</summary>
    public static LakeException Of(APIErrorType error, string? id) => error.ErrorCode switch
    {
        nameof(ResourceNotFoundException) when error.Message?.Contains("secret value", StringComparison.Ordinal) == true =>
            Fault.SecretVersionNotFound(id),
        nameof(ResourceNotFoundException) =>
            Fault.SecretNotFound(id),
        nameof(InvalidRequestException) when IsDeletion(error.Message) => Fault.SecretDeleted(id),
        _ => Fault.SecretNotRead(id, error.ErrorCode, error.Message),
    };

    /// <summary>The error of a secret whose response has neither text nor bytes.</summary>
    public static LakeException WithoutValue(string? name) =>
        Fault.SecretNotRead(name, "NoValue", "The response has neither SecretString nor SecretBinary.");

    /// <summary>Refuses an id that is empty: mostly one of a variable that is not set.</summary>
    public static string CheckId(string? id) => string.IsNullOrWhiteSpace(id)
        ? throw Fault.SecretIdEmpty(id)
        : id;

    /// <summary>Refuses a name that Secrets Manager would not take.</summary>
    public static string CheckName(string? name) => NamePattern().IsMatch(CheckId(name))
        ? name!
        : throw Fault.InvalidSecretName(name);

    /// <summary>Refuses what is neither an ARN nor a name of a secret, before any call.</summary>
    /// <exception cref="LakeException"><c>SecretIdEmpty</c>, <c>InvalidSecretName</c>.</exception>
    public static string CheckExact(string? id) => IsNoName(CheckId(id)) ? throw Fault.InvalidSecretName(id) : id!;

    // The service has one code, InvalidRequestException, for every state that forbids a call; only its text tells this one.
    private static bool IsDeleted(AmazonSecretsManagerException exception) =>
        exception is InvalidRequestException && IsDeletion(exception.Message);

    // An ARN is no name either, and is another matter.
    private static bool IsNoName(string id) => !id.StartsWith("arn:", StringComparison.Ordinal) && !NamePattern().IsMatch(id);

    private static bool IsDeletion(string? message) => message is not null
        && (message.Contains("deletion", StringComparison.OrdinalIgnoreCase)
            || message.Contains("deleted", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\A[A-Za-z0-9/_+=.@-]{1,512}\z")]
    private static partial Regex NamePattern();
}
