<#
.SYNOPSIS
Makes the pictures of README: a report and a plan of an embedded lake, as Chromium shows them.
.DESCRIPTION
Needs the built module (out/LakeTools) and Chromium (Debian: chromium). Run it after a change of the report or of plans, and commit the pictures:
dotnet run --project src/LakeTools.Shell -- docs/images/New-Pictures.ps1
#>
param([string] $To = $PSScriptRoot)
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../out/LakeTools"
$chromium = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore | Select-Object -First 1
if (-not $chromium) { throw 'Chromium is not installed (Debian: chromium).' }

$folder = Join-Path ([System.IO.Path]::GetTempPath()) "laketools-pictures-$([guid]::NewGuid().ToString('n'))"
New-Item -ItemType Directory $folder | Out-Null
try {
    Connect-Lake -Local "$folder/lake" -Region eu-central-1
    New-LakeBucket sales-lake | Out-Null
    Register-LakeLocation s3://sales-lake/ -RoleArn role/LakeData
    New-GlueDatabase sales -Description 'Orders and customers' -LocationUri s3://sales-lake/sales/ | Out-Null
    New-GlueDatabase hr | Out-Null
    New-GlueTable sales orders -Column 'id:int', 'region:string', 'amount:decimal(10,2)' -Location s3://sales-lake/sales/orders/ | Out-Null
    New-GlueTable sales customers -Column 'id:int', 'name:string', 'email:string', 'country:string' -Location s3://sales-lake/sales/customers/ | Out-Null
    New-GlueTable hr people -Column 'id:int', 'team:string', 'salary:double' | Out-Null
    New-LakeTag pii -Value yes, no | Out-Null
    Add-LakeTagAssignment sales -Tag @{ pii = 'no' }
    Add-LakeTagAssignment sales customers name, email -Tag @{ pii = 'yes' }
    New-LakeDataFilter sales orders eu -RowFilter "region = 'EU'" -ColumnName id, amount | Out-Null
    Grant-LakePermission -Principal role/analyst -Permission SELECT, DESCRIBE -TagExpression @{ pii = 'no' } -ResourceType Table
    Grant-LakePermission -Principal role/eu-team -Permission SELECT -DatabaseName sales -TableName orders -FilterName eu
    Grant-LakePermission -Principal role/loader -Permission INSERT, SELECT -DatabaseName sales -TableName '*'
    Grant-LakePermission -Principal role/steward -Permission ALL -DatabaseName sales -TableName customers
    Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName hr -TableName people
    Export-LakeReport "$folder/report.html"

    Set-Content "$folder/sales.yaml" @'
lake: 1
name: sales
databases:
  sales:
    description: Orders, customers and returns
    location: s3://sales-lake/sales/
    tags: { pii: no }
    tables:
      orders:
        location: s3://sales-lake/sales/orders/
        columns: { id: int, region: string, amount: "decimal(12,2)" }
        filters:
          eu: { rows: "region IN ('EU', 'UK')", columns: [id, amount] }
      returns:
        location: s3://sales-lake/sales/returns/
        columns: { order: int, reason: string }
grants:
  - { to: role/eu-team, on: { database: sales, table: orders, filter: eu }, allow: [SELECT] }
  - { to: role/auditor, on: { database: sales, table: returns }, allow: [SELECT] }
'@
    Compare-LakeDefinition "$folder/sales.yaml" | Format-LakePlan -As Html | Set-Content "$folder/plan.html"

    foreach ($picture in @{ Page = 'report'; Name = 'lake-report-light'; Height = 900 }, @{ Page = 'plan'; Name = 'lake-plan-light'; Height = 640 }) {
        $file = Join-Path $folder "$($picture.Name).png"
        # Quiet: Chromium writes of its own state to standard error.
        & $chromium.Source --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb "--user-data-dir=$folder/profile" `
            "--window-size=1280,$($picture.Height)" "--screenshot=$file" "file://$folder/$($picture.Page).html" 2> $null | Out-Null
        Move-Item -LiteralPath $file (Join-Path $To "$($picture.Name).png") -Force
    }
}
finally {
    Disconnect-Lake
    Remove-Item -LiteralPath $folder -Recurse -Force
}
