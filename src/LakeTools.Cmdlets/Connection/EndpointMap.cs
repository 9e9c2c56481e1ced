using System.Collections;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Reads the hashtable of Connect-Lake -Endpoint.</summary>
internal static class EndpointMap
{
    /// <summary>The endpoints by service.</summary>
    /// <exception cref="LakeException"><c>UnknownService</c>, <c>EndpointInvalid</c> or <c>KeysMeet</c>.</exception>
    public static Dictionary<LakeService, Uri> Parse(Hashtable? table) =>
        StringMap.Read(table ?? [], ServiceOf, (_, value) => Uri.TryCreate(value?.ToString(), UriKind.Absolute, out var uri)
            ? Check(uri) : throw Fault.EndpointInvalid(value, value));

    private static LakeService ServiceOf(string name) =>
        EnumWord.Read<LakeService>(name) ?? throw Fault.UnknownService(name, string.Join(", ", Enum.GetNames<LakeService>()));

    /// <summary>Refuses a value that is not an absolute http or https URL.</summary>
    /// <exception cref="LakeException"><c>EndpointInvalid</c>.</exception>
    public static Uri Check(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is ("http" or "https")
        ? uri
        : throw Fault.EndpointInvalid(uri, uri.OriginalString);
}
