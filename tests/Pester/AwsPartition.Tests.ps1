BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $folder = Join-Path $TestDrive lake
    $here = Connect-Lake -Local $folder -AccountId 123456789012 -PassThru
    $server = Start-LakeServer -Connection $here -PassThru 6> $null
    # The embedded lake keeps the ARNs of principals as they come, so it can stand for GovCloud.
    $gov = Connect-Lake -EndpointUrl $server.Uri -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-gov-west-1 -MaxRetry 0 -PassThru
    $etl = 'arn:aws-us-gov:iam::123456789012:role/etl'
    $null = New-GlueDatabase sales -Connection $here
}

AfterAll {
    Stop-LakeServer
    Disconnect-Lake
}

Describe 'a Region of another partition' {
    It 'completes the principals of grants' {
        Grant-LakePermission -Principal role/etl -Permission DESCRIBE -DatabaseName sales
        (Get-LakePermission -DatabaseName sales -Connection $here | Where-Object Source -EQ Explicit).Principal | Should -Contain $etl
        (Get-LakePermission -Principal role/etl -DatabaseName sales).Principal | Should -Be $etl
        (Test-LakePermission -Principal role/etl -Permission DESCRIBE -DatabaseName sales).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/etl -Permission DESCRIBE -DatabaseName sales -Connection $here).Allowed | Should -BeFalse
        Revoke-LakePermission -Principal role/etl -Permission DESCRIBE -DatabaseName sales
        Get-LakePermission -Principal $etl -DatabaseName sales -Connection $here | Should -BeNullOrEmpty
    }

    It 'completes administrators' {
        Add-LakeAdministrator role/etl
        (Get-LakeAdministrator -Connection $here).Principal | Should -Contain $etl
        Remove-LakeAdministrator role/etl -Force
        (Get-LakeAdministrator -Connection $here).Principal | Should -Not -Contain $etl
    }

    It 'completes the principals of opt-ins' {
        (New-LakeOptIn -Principal role/etl -DatabaseName sales).Principal | Should -Be $etl
        (Get-LakeOptIn -Principal role/etl).Principal | Should -Be $etl
        Remove-LakeOptIn -Principal role/etl -DatabaseName sales -Force
        Get-LakeOptIn -Connection $here | Should -BeNullOrEmpty
    }

    It 'makes ARNs of the partition of data locations' {
        Grant-LakePermission -Principal role/etl -Permission DATA_LOCATION_ACCESS -DataLocation s3://lake/raw -ErrorVariable problem 2> $null
        $problem[0].TargetObject.DataLocation | Should -Be 'arn:aws-us-gov:s3:::lake/raw'
    }

    It 'completes the principals of definitions' {
        $file = Join-Path $TestDrive gov.yaml
        @'
lake: 1
name: gov
administrators: role/etl
grants: [{ to: role/etl, on: { database: sales }, allow: ALTER }]
optIns: [{ for: role/etl, on: { database: sales } }]
owns: [{ principal: role/etl }]
'@ | Set-Content $file
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be Done
        (Get-LakeAdministrator -Connection $here).Principal | Should -Contain $etl
        (Get-LakePermission -DatabaseName sales -Connection $here | Where-Object Permission -Contains ALTER).Principal | Should -Contain $etl
        (Get-LakeOptIn -Connection $here).Principal | Should -Be $etl
        (Compare-LakeDefinition $file).Change | Should -BeNullOrEmpty
    }

    It 'reads back a saved plan with a data location' {
        $file, $plan = (Join-Path $TestDrive location.yaml), (Join-Path $TestDrive location.json)
        "lake: 1`nname: location`ngrants: [{ to: role/etl, on: { location: s3://lake/raw }, allow: DATA_LOCATION_ACCESS }]" | Set-Content $file
        Compare-LakeDefinition $file | Export-LakePlan $plan
        Publish-LakeDefinition -PlanPath $plan -WhatIf -ErrorAction Stop | Out-Null
    }
}
