using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace LakeTools.Tests.Catalog;

/// <summary>Makes values of the models' types in which nothing is null and no two texts are equal.</summary>
internal sealed class FilledModel
{
    private int _made;

    /// <summary>A value of a type; null below a depth of five, where structures hold themselves.</summary>
    public object? Make(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return $"text{_made++}";
        if (type == typeof(bool)) return true;
        if (type == typeof(DateTime)) return new DateTime(2026, 1, 2, 3, 4, _made++ % 60, DateTimeKind.Utc);
        if (type.IsPrimitive) return Convert.ChangeType(_made++ % 100 + 1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (typeof(ConstantClass).IsAssignableFrom(type)) return Activator.CreateInstance(type, $"WORD{_made++}");
        if (depth > 5) return null;
        var made = Activator.CreateInstance(type)!;
        if (made is IDictionary pairs)
        {
            if (Make(type.GetGenericArguments()[1], depth + 1) is { } value) pairs.Add($"key{_made++}", value);
        }
        else if (made is IList list)
        {
            if (Make(type.GetGenericArguments()[0], depth + 1) is { } item) list.Add(item);
        }
        else
        {
            foreach (var member in Members(type)) member.SetValue(made, Make(member.PropertyType, depth + 1));
        }

        return made;
    }

    /// <summary>The members of a structure but for streams, which have no value to compare.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties().Where(member => member.CanWrite && member.CanRead
        && member.GetIndexParameters().Length == 0 && !typeof(Stream).IsAssignableFrom(member.PropertyType));
}
