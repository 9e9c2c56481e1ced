# What one command emits, the next one takes: each row pipes real objects, and looks at what came of the right thing.
BeforeDiscovery {
    $rows = @(
        # From | To | Then | Is
        @{ From = 'Get-GlueDatabase sales'; To = 'Get-GlueTable'; Then = '$out.Name'; Is = 'items', 'orders' }
        @{ From = 'Get-GlueDatabase sales'; To = 'Set-GlueDatabase -Description piped -PassThru'; Then = '$out.Description'; Is = 'piped' }
        @{ From = 'Get-GlueDatabase sales'; To = 'Grant-LakePermission -Principal role/p -Permission DESCRIBE -PassThru'
           Then = '$out.Target'; Is = 'database sales' }
        @{ From = 'Get-GlueDatabase sales'; To = 'Test-LakePermission -Principal role/q -Permission ALTER'
           Then = '$out.Target'; Is = 'database sales' }
        @{ From = 'Get-GlueDatabase sales'; To = 'Get-LakePermission'; Then = '$out.DatabaseName | Sort-Object -Unique'; Is = 'sales' }
        @{ From = 'Get-GlueDatabase other'; To = 'Add-LakeTagAssignment -Tag @{ domain = "hr" } -PassThru'
           Then = '"$out"'; Is = 'other: domain = hr' }
        @{ From = 'Get-GlueDatabase other'; To = 'Get-LakeTagAssignment'; Then = '"$out"'; Is = 'other: domain = hr' }
        @{ From = 'Get-GlueDatabase other'; To = 'New-LakeOptIn -Principal role/p'; Then = '$out.Target'; Is = 'database other' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Get-GluePartition'; Then = '$out.Value'; Is = '2025', '2026' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Get-GlueTableVersion'; Then = '$out.TableName | Sort-Object -Unique'; Is = 'orders' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Set-GlueTable -Description piped -PassThru'; Then = '$out.Description'; Is = 'piped' }
        @{ From = 'Get-GlueTable sales *'; To = 'Grant-LakePermission -Principal role/p -Permission SELECT -PassThru'
           Then = '$out.TableName | Sort-Object'; Is = 'items', 'orders' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Get-LakeDataFilter'; Then = '$out.Name'; Is = 'germany' }
        @{ From = 'Get-GlueTable sales items'; To = 'New-LakeDataFilter -Name piped -RowFilter "id = 1"'
           Then = '$out.TableName'; Is = 'items' }
        @{ From = 'Get-GlueTable sales items'; To = 'New-LakeOptIn -Principal role/p'; Then = '$out.Target'; Is = 'table sales.items' }
        @{ From = 'Get-GlueTable sales items'; To = 'New-GlueTable -DatabaseName other -Name copy'; Then = '$out.Column.Name'; Is = 'id' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Get-LakeTemporaryCredential'; Then = '$out.Target'; Is = 'sales.orders' }
        @{ From = 'Get-GlueTable sales orders'; To = 'Import-LakeData'; Then = '$out.id'; Is = 1 }
        @{ From = 'Get-GlueTable sales orders'; To = 'Sync-GluePartition -WhatIf'; Then = '(Get-GluePartition sales orders).Count'; Is = 2 }
        @{ From = 'Get-GluePartition sales orders 2026'; To = 'Set-GluePartition -Parameter @{ piped = "yes" } -PassThru'
           Then = '$out.Value'; Is = '2026' }
        @{ From = 'Get-GluePartition sales orders 2026'; To = 'Get-LakeTemporaryCredential'
           Then = '$out.Path'; Is = 's3://piped/orders/year=2026/' }
        @{ From = 'Get-GlueTableVersion sales orders | Select-Object -Last 1'; To = 'Restore-GlueTable -PassThru'
           Then = '$out.Name'; Is = 'orders' }
        @{ From = 'Get-LakePermission role/grantee -Explicit'; To = 'Grant-LakePermission -Principal role/heir -PassThru'
           Then = '$out.Target'; Is = 'table sales.orders (columns id)' }
        @{ From = 'Get-LakePermission role/heir -Explicit'; To = 'Test-LakePermission'; Then = '$out.Allowed'; Is = $true }
        @{ From = 'Get-LakePermission role/heir -Explicit'; To = 'Revoke-LakePermission'
           Then = '@(Get-LakePermission role/heir -Explicit).Count'; Is = 0 }
        @{ From = 'Get-LakeDataFilter sales orders germany'; To = 'Grant-LakePermission -Principal role/p -Permission SELECT -PassThru'
           Then = '$out.FilterName'; Is = 'germany' }
        @{ From = 'Get-LakeDataFilter sales orders germany'; To = 'Set-LakeDataFilter -RowFilter "id = 7" -PassThru'
           Then = '$out.RowFilter'; Is = 'id = 7' }
        @{ From = 'Get-LakeTag domain'; To = 'Set-LakeTag -AddValue it -PassThru'; Then = '$out.Value'; Is = 'hr', 'it', 'sales' }
        @{ From = 'Get-LakeTag domain'; To = 'Grant-LakePermission -Principal role/p -Permission ASSOCIATE -PassThru'
           Then = '$out.TagKey'; Is = 'domain' }
        @{ From = 'Get-LakeTagExpression ours'; To = 'Set-LakeTagExpression -Description piped -PassThru'
           Then = '$out.Description'; Is = 'piped' }
        @{ From = 'Get-LakeTagExpression ours'; To = 'Find-LakeTaggedResource'
           Then = '$out.DatabaseName | Sort-Object -Unique'; Is = 'other' }
        @{ From = 'Find-LakeTaggedResource @{ domain = "hr" }'; To = 'Grant-LakePermission -Principal role/t -Permission DESCRIBE -PassThru'
           Then = '$out.DatabaseName | Sort-Object -Unique'; Is = 'other' }
        @{ From = 'Get-LakeLocation s3://piped/orders'; To = 'Set-LakeLocation -HybridAccess -PassThru'
           Then = '$out.HybridAccess'; Is = $true }
        @{ From = 'Get-LakeLocation s3://piped/orders'; To = 'Grant-LakePermission -Principal role/p -Permission DATA_LOCATION_ACCESS -PassThru'
           Then = '$out.DataLocation'; Is = 'arn:aws:s3:::piped/orders' }
        @{ From = 'Get-LakeRole loader'; To = 'Add-LakeAdministrator -PassThru'
           Then = '$out.Principal'; Is = 'arn:aws:iam::000000000000:role/loader' }
        @{ From = 'Get-LakeAdministrator | Where-Object Principal -Like *loader'; To = 'Remove-LakeAdministrator -Confirm:$false'
           Then = '@(Get-LakeAdministrator | Where-Object Principal -Like *loader).Count'; Is = 0 }
        @{ From = 'Get-LakeRole loader'; To = 'Grant-LakePermission -Permission DESCRIBE -DatabaseName sales -PassThru'
           Then = '$out.Principal'; Is = 'arn:aws:iam::000000000000:role/loader' }
        @{ From = 'Get-LakeRole loader'; To = 'New-LakeGlueJob -Name of-a-role -ScriptLocation s3://piped/x.py'
           Then = '$out.Role'; Is = 'arn:aws:iam::000000000000:role/loader' }
        @{ From = 'Get-LakeGlueJob load'; To = 'Set-LakeGlueJob -Description piped -PassThru'; Then = '$out.Description'; Is = 'piped' }
        @{ From = 'Get-LakeGlueJob load'; To = 'Start-LakeGlueJob -WhatIf'; Then = '@(Get-LakeGlueJobRun load).Count'; Is = 0 }
        @{ From = 'Get-LakeGlueJob load'; To = 'Start-LakeGlueJob'; Then = '$out.JobName'; Is = 'load' }
        @{ From = 'Get-LakeGlueJob load'; To = 'Get-LakeGlueJobRun'; Then = '$out.JobName'; Is = 'load' }
        @{ From = 'Get-LakeGlueJobRun load'; To = 'Get-LakeGlueJobRun'; Then = '$out.Id -eq (Get-LakeGlueJobRun load).Id'; Is = $true }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Get-LakeSecret'; Then = '$out.Key'; Is = 'user' }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Get-LakeSecretVersion'; Then = '$out.VersionStage'; Is = 'AWSCURRENT' }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Set-LakeSecret -Description piped -PassThru'; Then = '$out.Description'; Is = 'piped' }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Add-LakeSecretReplica -Region eu-west-1 -PassThru'
           Then = '$out.Region'; Is = 'eu-west-1' }
        @{ From = 'Get-LakeSecretVersion app/db'; To = 'Get-LakeSecret'; Then = '$out.VersionStage'; Is = 'AWSCURRENT' }
        @{ From = 'Get-LakeObject s3://piped/orders/year=2026/*'; To = 'Import-LakeData'; Then = '$out.id'; Is = 1 }
        @{ From = 'Get-LakeObject s3://piped/orders/year=2026/*'; To = 'Copy-LakeObject -Destination s3://piped/copied/ -PassThru'
           Then = '$out.Uri'; Is = 's3://piped/copied/rows.csv' }
        @{ From = 'Get-LakeVpcEndpoint'; To = 'Remove-LakeVpcEndpoint -Confirm:$false'; Then = '@(Get-LakeVpcEndpoint).Count'; Is = 0 }
        @{ From = 'Get-LakeDefinitionHistory shop'; To = 'Restore-LakeDefinition -Confirm:$false'; Then = '$out.Name'; Is = 'shop' }
        @{ From = 'Compare-LakeDefinition $work/shop.yaml'; To = 'Format-LakePlan -As Json'
           Then = '($out | ConvertFrom-Json).Name'; Is = 'shop' }
        # what goes away, last
        @{ From = 'Get-GluePartition sales orders 2025'; To = 'Remove-GluePartition -Confirm:$false'
           Then = '(Get-GluePartition sales orders).Value'; Is = '2026' }
        @{ From = 'Get-LakeTagAssignment other'; To = 'Remove-LakeTagAssignment -Confirm:$false'
           Then = '@(Get-LakeTagAssignment other).Count'; Is = 0 }
        @{ From = 'Get-LakeOptIn'; To = 'Remove-LakeOptIn -Confirm:$false'; Then = '@(Get-LakeOptIn).Count'; Is = 0 }
        @{ From = 'Get-LakeDataFilter sales items'; To = 'Remove-LakeDataFilter -Confirm:$false'
           Then = '@(Get-LakeDataFilter sales items).Count'; Is = 0 }
        @{ From = 'Get-LakeTagExpression'; To = 'Remove-LakeTagExpression -Confirm:$false'
           Then = '@(Get-LakeTagExpression).Count'; Is = 0 }
        @{ From = 'Get-LakeTag'; To = 'Remove-LakeTag -Confirm:$false'; Then = '@(Get-LakeTag).Count'; Is = 0 }
        @{ From = 'Get-LakeLocation'; To = 'Unregister-LakeLocation -Confirm:$false'; Then = '@(Get-LakeLocation).Count'; Is = 0 }
        @{ From = 'Get-LakeGlueJob of-a-role'; To = 'Remove-LakeGlueJob -Confirm:$false'; Then = '(Get-LakeGlueJob).Name'; Is = 'load' }
        @{ From = 'Get-LakeRole loader'; To = 'Remove-LakeRole -Confirm:$false'; Then = '@(Get-LakeRole loade[r]).Count'; Is = 0 }
        @{ From = 'Get-GlueTable other copy'; To = 'Remove-GlueTable -Confirm:$false'; Then = '@(Get-GlueTable other).Count'; Is = 0 }
        @{ From = 'Get-GlueDatabase other'; To = 'Remove-GlueDatabase -Confirm:$false'; Then = '@(Get-GlueDatabase othe[r]).Count'; Is = 0 }
        @{ From = 'Get-LakeObject s3://piped/copied/*'; To = 'Remove-LakeObject -Confirm:$false'
           Then = '@(Get-LakeObject s3://piped/copied/*).Count'; Is = 0 }
        @{ From = 'New-LakeBucket short-lived'; To = 'Remove-LakeBucket -Confirm:$false'
           Then = 'try { Get-LakeObject s3://short-lived/ } catch { $_.FullyQualifiedErrorId }'; Is = 'LakeTools.BucketNotFound,LakeTools.Cmdlets.Objects.GetLakeObjectCommand' }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Remove-LakeSecretReplica -Region eu-west-1 -Confirm:$false'
           Then = '@((Get-LakeSecretInfo app/db).Replica).Count'; Is = 0 }
        @{ From = 'Get-LakeSecretInfo app/db'; To = 'Remove-LakeSecret -Confirm:$false'
           Then = '@(Get-LakeSecretInfo app/d[b]).Count'; Is = 0 }
        @{ From = 'Start-LakeServer -Local $work/served -PassThru'; To = 'Stop-LakeServer'; Then = '@($out).Count'; Is = 0 }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $work = Join-Path $TestDrive work
    $null = New-Item -ItemType Directory $work
    Set-Content "$work/rows.csv" 'id,region', '1,de'
    Set-Content "$work/shop.yaml" 'lake: 1', 'name: shop', 'databases: { shop: {} }', 'owns: [{ database: shop }]'
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket piped
    Send-LakeObject "$work/rows.csv" s3://piped/orders/year=2026/rows.csv
    'sales', 'other' | ForEach-Object { $null = New-GlueDatabase $_ }
    $null = New-GlueTable sales orders -Column id:int, region:string -PartitionKey year:string -Location s3://piped/orders/ -Header
    $null = New-GlueTable sales items -Column id:int -Location s3://piped/items/
    2025, 2026 | ForEach-Object { $null = New-GluePartition sales orders $_ }
    $null = New-LakeRole loader -Path s3://piped/
    Register-LakeLocation s3://piped/orders -RoleArn role/loader
    Set-LakeSetting -AllowFullTableExternalDataAccess
    Grant-LakePermission -Principal role/grantee -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id
    $null = New-LakeDataFilter sales orders germany -RowFilter "region = 'de'"
    $null = New-LakeTag domain -Value sales, hr
    $null = New-LakeTagExpression ours @{ domain = 'hr' }
    $null = New-LakeGlueJob load -Role role/loader -ScriptLocation s3://piped/none.py
    $null = New-LakeSecret app/db -Value @{ user = 'u' }
    $null = New-LakeVpcEndpoint S3 -VpcId vpc-0a1b2c3d4e5f60718 -WarningAction SilentlyContinue
    $null = Publish-LakeDefinition "$work/shop.yaml" -Confirm:$false
}

AfterAll { Disconnect-Lake }

Describe 'The pipeline' {
    It 'takes <From> | <To>' -ForEach $rows {
        $declared = (Get-Command ($To -split ' ')[0]).OutputType.Type
        $ErrorActionPreference = 'Stop' # what does not bind is an error of the item, which the rest would outlive
        $out = @(& ([scriptblock]::Create("$From | $To")))
        foreach ($item in $out) {
            @($declared | Where-Object { $_.IsInstanceOfType($item) }) | Should -Not -BeNullOrEmpty -Because $item.GetType().FullName
        }
        @(& ([scriptblock]::Create($Then))) | Should -Be @($Is)
    }
}

Describe 'A pipeline that ends early' {
    It 'changes nothing more when it has enough' {
        (New-LakeBucket ends-first, ends-second | Select-Object -First 1).Name | Should -Be ends-first
        { Get-LakeObject s3://ends-second/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
    }

    It 'changes nothing more after an error that ends it' {
        { New-LakeBucket piped, ends-third -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketExists,*'
        { Get-LakeObject s3://ends-third/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
    }
}

Describe 'A call trace' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive traced) -Fault @{ Kind = 'Throttle'; Service = 'glue'; Count = 1 }
    }
    AfterAll { Disconnect-Lake }

    It 'tells under -Debug of each try of each call' {
        $told = @(Get-GlueDatabase -Debug 5>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] }).Message
        $told.Count | Should -Be 2
        $told[0] | Should -Match '^Glue GetDatabases, try 1: 400 ThrottlingException, \d+ ms, request \S+$'
        $told[1] | Should -Match '^Glue GetDatabases, try 2: 200, \d+ ms, request \S+$'
    }

    It 'tells nothing without it' {
        Get-GlueDatabase 5>&1 | Should -BeNullOrEmpty
    }
}
