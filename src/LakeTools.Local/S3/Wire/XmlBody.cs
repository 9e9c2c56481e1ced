using System.Text;
using System.Xml;
using System.Xml.Linq;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>A request's XML. Namespaces are not looked at: some clients send S3's and some send none.</summary>
internal sealed class XmlBody
{
    // Deeper than any request of S3 is.
    private const int MaxDepth = 32;

    private readonly XElement? _element;

    private XmlBody(XElement? element) => _element = element;

    /// <summary>Reads it; documents with a DTD are refused.</summary>
    public static XmlBody Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0) return new XmlBody(null);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            CloseInput = true,
        };
        try
        {
            CheckDepth(bytes, settings);
            using var reader = Open(bytes, settings);
            return new XmlBody(XElement.Load(reader, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            throw S3Error.MalformedXml();
        }
    }

    /// <summary>True if there was no body.</summary>
    public bool IsEmpty => _element is null;

    /// <summary>The element's name.</summary>
    public string Name => _element?.Name.LocalName ?? "";

    /// <summary>The element's text.</summary>
    public string Value => _element?.Value ?? "";

    /// <summary>The type that an <c>xsi:type</c> names; null for none.</summary>
    public string? Type => TypeOf(_element);

    /// <summary>All children, in order.</summary>
    public IEnumerable<XmlBody> All => _element?.Elements().Select(element => new XmlBody(element)) ?? [];

    /// <summary>A child; null if there is none.</summary>
    public XmlBody? Child(string name) => Children(name).FirstOrDefault();

    /// <summary>
    /// The children as they are stored and returned: in S3's namespace, without attributes but their type, and white space between them.
    /// </summary>
    public string ToRecord() => string.Concat(All.Select(child => Text(Plain(child._element!))));

    /// <summary>The element itself as it is kept; where it has no id, it gets one of S3's form.</summary>
    /// <param name="id">The name of the child that is its id.</param>
    public string ToRecordWithId(string id)
    {
        var plain = Plain(_element!);
        if (Text(id) is not { Length: > 0 })
        {
            plain.Elements(id).Remove();
            plain.AddFirst(new XElement(id, Convert.ToBase64String(Encoding.ASCII.GetBytes(Guid.NewGuid().ToString()))));
        }

        return Text(plain);
    }

    /// <summary>Reads what <see cref="ToRecord"/> wrote.</summary>
    public static XmlBody OfRecord(string record) => new(XElement.Parse($"<record>{record}</record>"));

    /// <summary>The text of a child, or null if there is none.</summary>
    public string? Text(string name) => Child(name)?._element?.Value;

    /// <summary>A child that must be there.</summary>
    public XmlBody Required(string name) => Child(name) ?? throw S3Error.MalformedXml();

    /// <summary>The text of a child that must be there.</summary>
    public string RequiredText(string name) => Text(name) ?? throw S3Error.MalformedXml();

    /// <summary>The children of that name, in order.</summary>
    public IEnumerable<XmlBody> Children(string name) =>
        _element?.Elements().Where(element => element.Name.LocalName == name).Select(element => new XmlBody(element)) ?? [];

    /// <summary>Before a tree is made of it, which takes hundreds of times the bytes of a deep one.</summary>
    private static void CheckDepth(ReadOnlyMemory<byte> bytes, XmlReaderSettings settings)
    {
        using var reader = Open(bytes, settings);
        var count = 0;
        while (reader.Read())
        {
            count += 1 + reader.AttributeCount;
            if (reader.Depth > MaxDepth || count > BodyBudget.MaxValues) throw S3Error.MalformedXml();
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes, XmlReaderSettings settings) =>
        XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);

    private static XElement Plain(XElement element)
    {
        var plain = element.HasElements
            ? new XElement(element.Name.LocalName, element.Elements().Select(Plain))
            : new XElement(element.Name.LocalName, element.Value);
        plain.SetAttributeValue("type", TypeOf(element));
        return plain;
    }

    private static string? TypeOf(XElement? element) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "type")?.Value;

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
