using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace LakeTools.Aws.Query;

/// <summary>
/// Writes a request as form parameters: members joined by dots, lists as <c>Tags.member.1.Key</c>, maps as <c>Map.entry.1.key</c>.
/// </summary>
internal static class QueryForm
{
    /// <summary>Adds what an object holds to the parameters.</summary>
    public static void Write(object input, IDictionary<string, string> parameters, string prefix = "")
    {
        var members = input.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
        foreach (var member in members)
            if (member.GetValue(input) is { } value) WriteValue(value, parameters, prefix + member.Name);
    }

    private static void WriteValue(object value, IDictionary<string, string> parameters, string name)
    {
        switch (value)
        {
            case string text:
                parameters[name] = text;
                break;
            case bool flag:
                parameters[name] = flag ? "true" : "false";
                break;
            case DateTime time:
                parameters[name] = time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                break;
            case ConstantClass constant:
                parameters[name] = constant.Value;
                break;
            case IFormattable formattable:
                parameters[name] = formattable.ToString(null, CultureInfo.InvariantCulture);
                break;
            case MemoryStream bytes:
                parameters[name] = Convert.ToBase64String(bytes.ToArray());
                break;
            case IDictionary entries:
                var number = 0;
                foreach (DictionaryEntry entry in entries)
                {
                    WriteValue(entry.Key, parameters, $"{name}.entry.{++number}.key");
                    if (entry.Value is { } entryValue) WriteValue(entryValue, parameters, $"{name}.entry.{number}.value");
                }

                break;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items) WriteValue(item!, parameters, $"{name}.member.{++index}");
                if (index == 0) parameters[name] = "";
                break;
            default:
                Write(value, parameters, name + ".");
                break;
        }
    }
}
