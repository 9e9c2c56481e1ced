using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>
/// The default connection of commands: the last connection that Connect-Lake made in this runspace, otherwise
/// the last one that it made in the process. A parallel runspace therefore uses the lake of its parent. If it used the default
/// credentials of the SDK instead, a script for an embedded lake could change an AWS account.
/// </summary>
internal static class DefaultConnection
{
    private const string CredentialsVariable = "StoredAWSCredentials";

    private static readonly ConditionalWeakTable<Runspace, Slot> s_slots = [];
    private static volatile LakeConnection? s_last;

    /// <summary>The connection made by Connect-Lake, or null.</summary>
    public static LakeConnection? Current => Mine is { IsSet: true } slot ? slot.Connection : s_last;

    private static Slot? Mine => Runspace.DefaultRunspace is { } runspace ? s_slots.GetOrCreateValue(runspace) : null;

    /// <summary>The connection to use. If Connect-Lake made none, it is created from the default chain of the SDK.</summary>
    public static LakeConnection Get(SessionState state)
    {
        if (Current is { } connection) return connection;
        var region = StoredRegion(state);
        var stored = new Stored(region, state.PSVariable.GetValue(CredentialsVariable), Environment());
        var fallback = Mine?.Fallback;
        if (fallback is null || fallback.Stored != stored)
        {
            fallback = new Fallback(stored, new LakeConnection(WithStoredCredentials(state, new LakeConnectionOptions()), region));
            if (Mine is { } slot) slot.Fallback = fallback;
        }

        return fallback.Connection;
    }

    /// <summary>Makes a connection the default; null for none.</summary>
    public static void Set(LakeConnection? connection)
    {
        if (connection is null && Mine?.Connection is { } old && ReferenceEquals(old, s_last)) s_last = null;
        if (Mine is { } slot)
        {
            slot.Connection = connection;
            slot.IsSet = true;
        }

        if (connection is not null) s_last = connection;
    }

    /// <summary>The region that users of AWS.Tools have set with Set-DefaultAWSRegion.</summary>
    public static string? StoredRegion(SessionState state) =>
        state.PSVariable.GetValue("StoredAWSRegion")?.ToString() is { Length: > 0 } region ? region : null;

    /// <summary>
    /// Adds the value of Set-AWSCredential of AWS.Tools, the name of a profile or credentials, if no profile is specified.
    /// </summary>
    /// <exception cref="LakeException"><c>StoredCredentialsUnknown</c>: it is neither.</exception>
    public static LakeConnectionOptions WithStoredCredentials(SessionState state, LakeConnectionOptions options)
    {
        if (options.ProfileName is not null) return options;
        var value = state.PSVariable.GetValue(CredentialsVariable);
        return PSValue.Of(value) switch
        {
            null or "" => options,
            string profile => options with { ProfileName = profile },
            var holder when ForeignCredentials.Of(holder) is { } credentials =>
                options with { Credentials = credentials, Name = CredentialsVariable },
            // The type, and not the value, which can be a secret.
            var holder => throw Fault.StoredCredentialsUnknown(holder.GetType().Name),
        };
    }

    // The variables with which a session changes its identity or its endpoints: all of the AWS tools.
    private static string Environment() => string.Join('\n', System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => $"{variable.Key}={variable.Value}")
        .Where(variable => variable.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));

    private sealed record Stored(string? Region, object? Credentials, string Environment);

    private sealed record Fallback(Stored Stored, LakeConnection Connection);

    private sealed class Slot
    {
        public bool IsSet { get; set; }

        public LakeConnection? Connection { get; set; }

        public Fallback? Fallback { get; set; }
    }
}
