using System.Text;
using System.Xml;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Protocols;

namespace LakeTools.Local.S3.Calls;

/// <summary>Answers of S3.</summary>
internal static class S3Answer
{
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly XmlWriterSettings s_writing = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    /// <summary>An answer without a body.</summary>
    public static WireResponse Empty(int status = 200) => new() { Status = status };

    /// <summary>An answer in XML.</summary>
    public static WireResponse Xml(string root, Action<XmlWriter> write) => Xml(200, root, Namespace, write);

    /// <summary>An answer in XML with a status of its own; without S3's namespace, as that of a form has none.</summary>
    public static WireResponse Xml(int status, string root, Action<XmlWriter> write) => Xml(status, root, "", write);

    /// <summary>An error. HEAD answers carry none: their status says it.</summary>
    public static WireResponse Error(WireRequest request, ApiException error, string requestId)
    {
        var response = request.Method == "HEAD" || error.Status == 304 ? Empty(error.Status) : Xml(error.Status, "Error", "", xml =>
        {
            xml.Element("Code", error.Code);
            xml.Element("Message", error.Message);
            foreach (var (name, value) in error.Details) xml.Element(name, value);
            xml.Element("RequestId", requestId);
            xml.Element("HostId", requestId);
        });
        foreach (var (name, value) in error.Headers) response.Headers[name] = value;
        return response;
    }

    /// <summary>Writes an element with text.</summary>
    public static void Element(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, xml.LookupPrefix(Namespace) is null ? "" : Namespace);
        xml.WriteString(XmlCharacters.Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>Writes a checksum and its type.</summary>
    public static void Checksum(XmlWriter xml, StoredChecksum checksum) => Checksum(xml, checksum, checksum.Value);

    /// <summary>Writes a checksum and its type, in another form.</summary>
    public static void Checksum(XmlWriter xml, StoredChecksum checksum, string value)
    {
        xml.Element("Checksum" + checksum.Algorithm, value);
        xml.Element("ChecksumType", checksum.Type);
    }

    /// <summary>Writes an element with a number.</summary>
    public static void Element(this XmlWriter xml, string name, long number) => xml.Element(name, XmlConvert.ToString(number));

    /// <summary>Writes an element with true or false.</summary>
    public static void Element(this XmlWriter xml, string name, bool value) => xml.Element(name, XmlConvert.ToString(value));

    /// <summary>Writes an element that holds others.</summary>
    public static void Group(this XmlWriter xml, string name, Action write)
    {
        xml.WriteStartElement(name, Namespace);
        write();
        xml.WriteEndElement();
    }

    private static WireResponse Xml(int status, string root, string xmlNamespace, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, s_writing))
        {
            xml.WriteStartElement(root, xmlNamespace);
            write(xml);
            xml.WriteEndElement();
        }

        return WireResponse.Of(status, "application/xml", buffer.ToArray());
    }
}
