using System.Globalization;
using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>GetObjectAttributes: of an object what the request names, without its bytes.</summary>
internal static class AttributeOperations
{
    private const int MaxParts = 1000;

    private static readonly string[] s_attributes = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    public static Task<WireResponse> GetObjectAttributes(S3Call call, CancellationToken cancellationToken)
    {
        var wanted = Wanted(call);
        var item = ObjectReading.Find(call);
        call.Store.Read(session => call.Demand(session, call.Version is null
            ? ObjectAction.ReadAttributes : ObjectAction.ReadVersionAttributes));
        Conditions.CheckRead(call, item);
        var parts = wanted.Contains("ObjectParts") && item.IsMultipart ? call.Store.Read(session =>
            Objects.Segments(session, item.Content)) : null;
        var response = S3Answer.Xml("GetObjectAttributesResponse", xml =>
        {
            if (wanted.Contains("ETag")) xml.Element("ETag", item.ETag); // without the quotes that it has everywhere else
            if (wanted.Contains("Checksum") && item.Checksum is { } checksum)
                xml.Group("Checksum", () => S3Answer.Checksum(xml, checksum, checksum.Digest)); // without the number of parts (recorded)
            if (parts is not null) WriteParts(xml, call, item, parts);
            if (wanted.Contains("StorageClass")) xml.Element("StorageClass", item.Headers.StorageClass);
            if (wanted.Contains("ObjectSize")) xml.Element("ObjectSize", item.Size);
        });
        response.Headers["Last-Modified"] = WireTime.Http(item.Modified);
        return Task.FromResult(ObjectReading.Versioned(call, item, response));
    }

    private static string[] Wanted(S3Call call)
    {
        const string Header = "x-amz-object-attributes";
        var given = call.Request.Header(Header);
        var names = given?.TrimEnd(',').Split(',', StringSplitOptions.TrimEntries);
        if (given is not { Length: > 0 } || names is null or [""])
        {
            throw S3Error.InvalidRequest(
                "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty");
        }

        return names.FirstOrDefault(name => !s_attributes.Contains(name)) is { } other
            ? throw S3Error.InvalidArgument("Invalid attribute name specified.", Header, other)
            : names;
    }

    /// <summary>The parts themselves are listed for objects with a checksum of their parts' checksums; for others their number.</summary>
    private static void WriteParts(XmlWriter xml, S3Call call, StoredObject item, List<Segment> parts)
    {
        var limit = Header(call, "x-amz-max-parts", MaxParts, MaxParts);
        var after = Header(call, "x-amz-part-number-marker", 0, int.MaxValue);
        xml.Group("ObjectParts", () =>
        {
            xml.Element("PartsCount", parts.Count);
            if (item.Checksum is not { IsComposite: true } checksum) return;
            var last = Math.Min(parts.Count, (long)after + limit);
            xml.Element("PartNumberMarker", after);
            xml.Element("NextPartNumberMarker", last > after ? last : 0);
            xml.Element("MaxParts", limit);
            xml.Element("IsTruncated", last < parts.Count && limit > 0);
            for (var number = after + 1; number <= last; number++)
            {
                var part = parts[number - 1];
                xml.Group("Part", () =>
                {
                    xml.Element("PartNumber", number);
                    xml.Element("Size", part.Size);
                    if (part.Checksum is { } value) xml.Element("Checksum" + checksum.Algorithm, value);
                });
            }
        });
    }

    private static int Header(S3Call call, string name, int byDefault, int maximum)
    {
        if (call.Request.Header(name) is not { Length: > 0 } text) return byDefault;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, maximum)
            : throw S3Error.InvalidArgument($"Provided {name} not an integer or within integer range", name, text);
    }
}
