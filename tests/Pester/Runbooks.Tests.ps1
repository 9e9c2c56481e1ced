# The runbooks of examples/runbooks as a scheduler and a CI job start them. Move-LakeReader has its tests beside it.
BeforeAll {
    $env:PSModulePath = (Resolve-Path "$PSScriptRoot/../../out").Path + [System.IO.Path]::PathSeparator + $env:PSModulePath
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $runbooks = "$PSScriptRoot/../../examples/runbooks"
    function New-SalesLake([string] $Name) {
        Connect-Lake -Local (Join-Path $TestDrive $Name)
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string', 'price:double' | Out-Null
    }
}

AfterAll { Disconnect-Lake }

Describe 'Sync-ReaderGrant: a scheduled runbook' {
    BeforeAll {
        New-SalesLake scheduled
        $file = Join-Path $TestDrive grants.csv
        Set-Content $file @'
Principal,Permission,DatabaseName,TableName,ColumnName
role/analyst,SELECT,sales,orders,"id,region"
role/loader,INSERT,sales,orders,
'@
    }

    It 'grants what is missing, once' {
        (& "$runbooks/Sync-ReaderGrant.ps1" $file).Principal | Should -HaveCount 2
        & "$runbooks/Sync-ReaderGrant.ps1" $file | Should -BeNullOrEmpty
        (Get-LakePermission role/analyst).ColumnName | Should -Be @('id', 'region')
        (Get-LakePermission role/loader).Permission | Should -Be @('INSERT')
    }
}

Describe 'Test-LakeChange: a CI job' {
    BeforeAll {
        $change = Join-Path $TestDrive change.ps1
        Set-Content $change @'
New-GlueDatabase hr | Out-Null
New-GlueTable hr people -Column 'id:int', 'salary:double' | Out-Null
Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName hr -TableName people -ColumnName id
'@
        $rule = Join-Path $TestDrive rules.csv
    }

    It 'passes where every rule holds' {
        Set-Content $rule @'
Principal,Permission,DatabaseName,TableName,ColumnName,Expected
role/analyst,SELECT,hr,people,id,True
role/analyst,SELECT,hr,people,salary,False
'@
        & "$runbooks/Test-LakeChange.ps1" -Change $change -Rule $rule -Lake (Join-Path $TestDrive ci1) | Out-String | Should -BeLike '*All rules are met*'
    }

    It 'fails where one does not' {
        Set-Content $rule @'
Principal,Permission,DatabaseName,TableName,ColumnName,Expected
role/analyst,SELECT,hr,people,id,False
'@
        { & "$runbooks/Test-LakeChange.ps1" -Change $change -Rule $rule -Lake (Join-Path $TestDrive ci2) | Out-Null } | Should -Throw '1 of the rules*'
    }
}

Describe 'Publish-LakeChange: a plan on a pull request, published on merge' {
    BeforeEach {
        New-SalesLake ([guid]::NewGuid().ToString('n'))
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $file = Join-Path $TestDrive sales.yaml
        Set-Content $file @'
lake: 1
name: sales
databases: { sales: { tables: { orders: { columns: { id: bigint, region: string, price: double }, format: csv } } } }
grants:
  - { to: role/analyst, on: { database: sales, table: orders, columns: [id] }, allow: [SELECT] }
owns: [{ database: sales }]
'@
    }

    It 'publishes what was reviewed' {
        (& "$runbooks/Publish-LakeChange.ps1" -Plan $file -Folder $folder).HasChanges | Should -BeTrue
        Get-Content -Raw "$folder/plan.md" | Should -BeLike '*column id: int -> bigint*'
        Get-LakePermission role/analyst | Should -BeNullOrEmpty
        Remove-Item $file
        (& "$runbooks/Publish-LakeChange.ps1" -Publish -Folder $folder).Status | Should -Be 'Done'
        (Get-LakePermission role/analyst).ColumnName | Should -Be 'id'
    }

    It 'fails where the lake has changed since, or where something would be lost' {
        & "$runbooks/Publish-LakeChange.ps1" -Plan $file -Folder $folder | Out-Null
        Set-GlueTable sales orders -Description 'other'
        { & "$runbooks/Publish-LakeChange.ps1" -Publish -Folder $folder } | Should -Throw -ErrorId 'LakeTools.PlanOutdated,*'
        Set-Content $file "lake: 1`nname: sales`nowns: [{ database: sales }]"
        & "$runbooks/Publish-LakeChange.ps1" -Plan $file -Folder $folder | Out-Null
        { & "$runbooks/Publish-LakeChange.ps1" -Publish -Folder $folder } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
        (& "$runbooks/Publish-LakeChange.ps1" -Publish -Folder $folder -AllowRemove Database, Table).Status | Should -Be 'Done'
    }

    It 'fails if the definition has errors' {
        Set-Content $file "lake: 1`nname: sales`ntables: {}"
        { & "$runbooks/Publish-LakeChange.ps1" -Plan $file -Folder $folder 3>$null } | Should -Throw '*has errors*'
    }
}

Describe 'Share-LakeTable and Receive-LakeShare: a producer and a consumer' {
    BeforeEach {
        $mesh = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $mesh -AccountId 111111111111
        New-LakeBucket sales-lake | Out-Null
        Register-LakeLocation s3://sales-lake/ -RoleArn role/LakeFormation
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string' -Format Json -Location s3://sales-lake/orders/ | Out-Null
        $rows = Join-Path $TestDrive rows.json
        Set-Content $rows '{"id":1,"region":"eu"}'
        Send-LakeObject $rows s3://sales-lake/orders/
    }

    It 'lets a role of the consumer read the producer''s table, once' {
        (& "$runbooks/Share-LakeTable.ps1" 222222222222 sales).Principal | Should -Be 222222222222
        Connect-Lake -Local $mesh -AccountId 222222222222
        foreach ($time in 1, 2) {
            $can = & "$runbooks/Receive-LakeShare.ps1" 111111111111 sales role/analyst
            $can.Allowed | Should -BeTrue
            $can.Reason.Kind | Should -Contain 'SharedGrant'
        }
        (Get-LakePermission role/analyst).Count | Should -Be 2
        Connect-Lake -Local $mesh -AccountId 222222222222 -As role/analyst
        (Import-LakeData -DatabaseName sales -TableName orders).region | Should -Be eu
    }

    It 'takes nothing that is not shared' {
        Connect-Lake -Local $mesh -AccountId 222222222222
        { & "$runbooks/Receive-LakeShare.ps1" 111111111111 sales role/analyst } | Should -Throw '*shares no table*'
        Get-GlueDatabase | Should -BeNullOrEmpty
    }
}
