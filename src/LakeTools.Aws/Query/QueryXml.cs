using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Amazon.Runtime;

namespace LakeTools.Aws.Query;

/// <summary>
/// Reads a query service's XML into its model classes: elements named as the members, lists of <c>member</c>, maps of <c>entry</c>.
/// </summary>
internal static class QueryXml
{
    /// <summary>Sets the members that the element has.</summary>
    public static void Fill(object target, XElement element)
    {
        foreach (var child in element.Elements())
        {
            var member = target.GetType().GetProperty(child.Name.LocalName,
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
            if (member?.CanWrite == true) member.SetValue(target, Value(member.PropertyType, child));
        }
    }

    private static object? Value(Type type, XElement element)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return element.Value;
        if (plain == typeof(bool)) return bool.Parse(element.Value);
        if (plain == typeof(DateTime))
            return DateTime.Parse(element.Value, CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        if (plain.IsPrimitive) return Convert.ChangeType(element.Value, plain, CultureInfo.InvariantCulture);
        if (typeof(ConstantClass).IsAssignableFrom(plain)) return Activator.CreateInstance(plain, element.Value);
        var instance = Activator.CreateInstance(plain)!;
        if (instance is IDictionary map)
        {
            var (key, value) = (plain.GetGenericArguments()[0], plain.GetGenericArguments()[1]);
            foreach (var parts in element.Elements().Select(entry => entry.Elements().ToLookup(part => part.Name.LocalName)))
                map[Value(key, parts["key"].First())!] = Value(value, parts["value"].First());
        }
        else if (instance is IList list)
        {
            var item = plain.GetGenericArguments()[0];
            foreach (var child in element.Elements()) list.Add(Value(item, child));
        }
        else
        {
            Fill(instance, element);
        }

        return instance;
    }
}
