using System.Management.Automation;
using System.Security;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Data;

/// <summary>Objects in the values of rows. One without a text of its own is written as its properties.</summary>
internal static class PlainObject
{
    // The objects that are being read, the outer ones first.
    [ThreadStatic]
    private static List<object>? s_open;

    /// <summary>Returns whether an object has another text than the name of its class.</summary>
    /// <param name="value">The object.</param>
    public static bool HasText(object value) =>
        value is IConvertible or IFormattable || value.ToString() != value.GetType().ToString();

    /// <summary>Reads the properties of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="read">Reads them.</param>
    /// <exception cref="LakeException"><c>CellNotWritable</c> for a secret, and for an object that contains itself.</exception>
    public static object Open(object value, Func<PSObject, object> read)
    {
        if (value is SecureString)
            throw Fault.CellNotWritable(value, "a SecureString", "its text would be no secret there", "Omit the property.");
        var open = s_open ??= [];
        if (open.Exists(outer => ReferenceEquals(outer, value)))
        {
            throw Fault.CellNotWritable(value, $"an object of the type {value.GetType().Name}", "it contains itself",
                "Select its properties.");
        }

        open.Add(value);
        try
        {
            return read(PSObject.AsPSObject(value));
        }
        finally
        {
            open.RemoveAt(open.Count - 1);
        }
    }
}
