using System.Reflection;

namespace Microsoft.PowerShell.Commands;

/// <summary>Puts the caller's invocation on an error record, as Write-Error does.</summary>
internal static class EngineCaller
{
    private static readonly MethodInfo? s_setInvocation =
        typeof(ErrorRecord).GetMethod("SetInvocationInfo", BindingFlags.Instance | BindingFlags.NonPublic);

    private static readonly PropertyInfo? s_preserve =
        typeof(ErrorRecord).GetProperty("PreserveInvocationInfoOnce", BindingFlags.Instance | BindingFlags.NonPublic);

    public static void Mark(ErrorRecord record, InvocationInfo caller)
    {
        s_setInvocation?.Invoke(record, [caller]);
        s_preserve?.SetValue(record, true);
    }
}
