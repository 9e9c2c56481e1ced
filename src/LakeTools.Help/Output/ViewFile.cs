using System.Xml.Linq;

namespace LakeTools.Help.Output;

/// <summary>
/// Makes the views that the module brings of those in module/formats: whatever they show goes through LakeText.Shown, because names, tags
/// and log lines come from others and may hold sequences that steer a terminal. Items that colour a word are left as they are: they show
/// words of a fixed set, or call it themselves.
/// </summary>
internal static class ViewFile
{
    private const string Shown = "[LakeTools.LakeText]::Shown";

    /// <summary>Makes the views of a folder.</summary>
    /// <param name="from">The folder of module/formats.</param>
    /// <param name="to">The folder of the built module.</param>
    public static void WriteAll(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*.ps1xml"))
        {
            var views = XDocument.Load(file, LoadOptions.PreserveWhitespace);
            Change(views);
            views.Save(Path.Combine(to, Path.GetFileName(file)), SaveOptions.DisableFormatting);
        }
    }

    private static void Change(XDocument views)
    {
        foreach (var table in views.Descendants("TableControl"))
        {
            var headers = table.Descendants("TableColumnHeader").ToList();
            var items = table.Descendants("TableColumnItem").ToList();
            for (var i = 0; i < items.Count; i++)
                if (items[i].Element("PropertyName") is { } name) Label(headers[i], name.Value);
        }

        foreach (var item in views.Descendants("ListItem"))
            if (item.Element("PropertyName") is { } name) Label(item, name.Value);
        foreach (var item in views.Descendants().Where(item => item.Name.LocalName is "TableColumnItem" or "ListItem"))
        {
            if (item.Element("PropertyName") is { } name)
            {
                // A value of an enum that was saved is its word to PowerShell, and to a method its number.
                var value = $"$_.{name.Value}";
                name.ReplaceWith(new XElement("ScriptBlock", $"if ({value} -is [ValueType]) {{ {value} }} else {{ {Shown}({value}) }}"));
            }
            else if (item.Element("ScriptBlock") is { } script
                && !script.Value.Contains("$PSStyle", StringComparison.Ordinal))
            {
                script.Value = $"{Shown}((& {{ {script.Value} }}))";
            }
        }
    }

    // A property names its column, and a script does not.
    private static void Label(XElement of, string name)
    {
        if (of.Element("Label") is null) of.AddFirst(new XElement("Label", name));
    }
}
