using System.Text.Json.Nodes;
using LakeTools.Local.Wire.Models;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>The query protocol as EC2 has it: flat lists, answers without a result element, and errors in a list.</summary>
internal sealed class Ec2Protocol(ServiceModel model) : QueryProtocol(model, "item")
{
    protected override bool ListsAreFlat => true;

    // EC2 API reference, error codes: UnknownParameter.
    protected override void CheckNames(QueryForm form, Shape shape)
    {
        if (form.FirstUnknown(shape, IsCommon) is { } name)
            throw new ApiException("UnknownParameter", $"The parameter {name} is not recognized");
    }

    // EC2 API reference, common parameters; the signature of a GET is in its query.
    private static bool IsCommon(string name) =>
        name is "Action" or "Version" || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase);

    public override WireResponse WriteOutput(string operation, JsonObject? output, string requestId) => Write(200, requestId, xml =>
    {
        xml.WriteStartElement(operation + "Response", Model.Namespace);
        xml.WriteElementString("requestId", Model.Namespace, requestId);
        if (output is not null) WriteMembers(xml, output);
        xml.WriteEndElement();
    });

    public override WireResponse WriteError(ApiException error, string requestId) => Write(error.Status, requestId, xml =>
    {
        xml.WriteStartElement("Response");
        xml.WriteStartElement("Errors");
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", XmlCharacters.Clean(error.Message));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("RequestID", requestId);
        xml.WriteEndElement();
    });

    public override ApiException Explain(AuthException failure) => failure.Failure switch
    {
        AuthFailure.Missing or AuthFailure.NoForm => new ApiException("MissingAuthenticationToken", failure.Message, 403),
        AuthFailure.Incomplete or AuthFailure.IncompleteQuery or AuthFailure.IncompleteVersion2 =>
            new ApiException("IncompleteSignature", failure.Message, 400),
        AuthFailure.SessionExpired => new ApiException("RequestExpired", failure.Message, 400),
        _ => new ApiException("AuthFailure", failure.Message, 401),
    };
}
