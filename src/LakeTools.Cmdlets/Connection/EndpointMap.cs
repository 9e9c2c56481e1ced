using System.Collections;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Reads the hashtable of Connect-Lake -Endpoint.</summary>
internal static class EndpointMap
{
    /// <summary>The endpoints by service.</summary>
    /// <exception cref="LakeException"><c>UnknownService</c> or <c>EndpointInvalid</c>.</exception>
    public static Dictionary<LakeService, Uri> Parse(Hashtable? table)
    {
        var endpoints = new Dictionary<LakeService, Uri>();
        foreach (DictionaryEntry entry in table ?? [])
        {
            var name = entry.Key.ToString()!;
            if (!Enum.TryParse<LakeService>(name, ignoreCase: true, out var service) || !Enum.IsDefined(service) || char.IsDigit(name[0]))
            {
                throw Fault.UnknownService(name, string.Join(", ", Enum.GetNames<LakeService>()));
            }

            endpoints[service] = Check(new Uri(entry.Value?.ToString() ?? "", UriKind.RelativeOrAbsolute));
        }

        return endpoints;
    }

    /// <summary>Refuses a value that is not an absolute http or https URL.</summary>
    /// <exception cref="LakeException"><c>EndpointInvalid</c>.</exception>
    public static Uri Check(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is ("http" or "https")
        ? uri
        : throw Fault.EndpointInvalid(uri, uri.OriginalString);
}
